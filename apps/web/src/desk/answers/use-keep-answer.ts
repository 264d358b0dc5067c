import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http, request } from '../../shared/api/http';
import { type TextKey, useTexts } from '../texts';
import type { Answer, AnswerBody } from './answer-queries';

type Step = { do: 'create'; body: AnswerBody } | { do: 'change'; of: Answer; body: AnswerBody } | { do: 'remove'; of: Answer };

const DONE: Record<Step['do'], TextKey> = { create: 'answers.saved', change: 'answers.saved', remove: 'answers.removed' };

async function take(step: Step): Promise<void> {
  if (step.do === 'create') return void (await http.post('/answers', step.body));
  const seen = { ifMatch: `"${step.of.version}"` };
  if (step.do === 'change') await http.put(`/answers/${step.of.id}`, step.body, seen);
  else await request('DELETE', `/answers/${step.of.id}`, seen);
}

/** Keeps an answer, words it anew, throws it away; what is offered on tickets follows. */
export function useKeepAnswer(onDone: () => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: take,
    onSuccess: async (_nothing, step) => {
      await client.invalidateQueries({ queryKey: ['answers'] });
      notifications.show({ message: t(DONE[step.do]), withBorder: true, autoClose: 4000 });
      onDone();
    },
  });
}
