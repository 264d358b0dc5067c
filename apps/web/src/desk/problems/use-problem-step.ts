import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { request } from '../../shared/api/http';
import { useTexts, type TextKey } from '../texts';
import type { Knowledge, Problem } from './types';

/** Puts the answer in place of what was read, and has everything that shows it read anew. */
export async function changed(client: QueryClient, problem: Problem): Promise<void> {
  client.setQueryData(['problems', 'one', problem.number], problem);
  for (const part of ['ticket', 'history', 'comments']) {
    for (const key of [problem.id, problem.number]) void client.invalidateQueries({ queryKey: [part, key] });
  }
  // Links of tickets are read with the changes.
  void client.invalidateQueries({ queryKey: ['changes'] });
  await client.invalidateQueries({ queryKey: ['problems'] });
}

const send = async (method: 'POST' | 'PATCH' | 'DELETE', { id, version }: Problem, verb: string, body?: unknown): Promise<Problem> =>
  (await request<Problem>(method, `/problems/${id}${verb}`, { ...(body === undefined ? {} : { body }), ifMatch: `"${version}"` })).data;

function useTold(done: TextKey, onDone: (answer: Problem) => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return async (answer: Problem): Promise<void> => {
    await changed(client, answer);
    notifications.show({
      message: t(done, { number: answer.number }),
      autoClose: 3500,
      withBorder: true,
      closeButtonProps: { 'aria-label': t('action.close') },
    });
    onDone(answer);
  };
}

/** Saves what is known, on the version that is shown. */
export function useWrite(problem: Problem, onDone: () => void) {
  const onSuccess = useTold('problem.done.written', onDone);
  return useMutation({ mutationFn: (body: Knowledge) => send('PATCH', problem, '', body), onSuccess });
}

/** The steps of a problem's life, as the API calls them. */
type Verb =
  | 'investigation'
  | 'assignment'
  | 'identification'
  | 'dismissal'
  | 'changes'
  | 'risk-acceptance'
  | 'resolution'
  | 'verification'
  | 'incidents';

/** Takes a step on the version that is shown; a refusal is left to the caller to show. */
export function useStep(problem: Problem, verb: Verb, done: TextKey, onDone: (answer: Problem) => void) {
  const onSuccess = useTold(done, onDone);
  return useMutation({ mutationFn: (body: Record<string, unknown>) => send('POST', problem, `/${verb}`, body), onSuccess });
}

/** Takes back a link to an incident. */
export function useUnlink(problem: Problem) {
  const onSuccess = useTold('problem.done.unlinked', () => undefined);
  return useMutation({ mutationFn: (incident: string) => send('DELETE', problem, `/incidents/${incident}`), onSuccess });
}
