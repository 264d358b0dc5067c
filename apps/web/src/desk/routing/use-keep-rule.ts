import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http, request } from '../../shared/api/http';
import { type TextKey, useTexts } from '../texts';
import type { Rule, RuleBody } from './routing-queries';

export type RuleStep =
  | { do: 'create'; body: RuleBody }
  | { do: 'change'; of: Rule; body: RuleBody }
  | { do: 'remove'; of: Rule }
  | { do: 'move'; of: Rule; position: number; set: number };

const DONE: Partial<Record<RuleStep['do'], TextKey>> = { create: 'routing.saved', change: 'routing.saved', remove: 'routing.removed' };

async function take(step: RuleStep): Promise<void> {
  if (step.do === 'create') return void (await http.post('/routing-rules', step.body));
  const path = `/routing-rules/${step.of.id}` as const;
  if (step.do === 'move') return void (await http.put(`${path}/position`, { position: step.position }, { ifMatch: `"${step.set}"` }));
  const seen = { ifMatch: `"${step.of.version}"` };
  if (step.do === 'change') await http.put(path, step.body, seen);
  else await request('DELETE', path, seen);
}

/** Keeps a rule, words it anew, puts it in another place, removes it. */
export function useKeepRule(onDone: (step: RuleStep) => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: take,
    onSuccess: async (_nothing, step) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['routing'] }),
        ...('of' in step ? [client.invalidateQueries({ queryKey: ['admin', 'history', 'rules', step.of.id] })] : []),
      ]);
      const done = DONE[step.do];
      if (done) notifications.show({ message: t(done), withBorder: true, autoClose: 4000 });
      onDone(step);
    },
  });
}
