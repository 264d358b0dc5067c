import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { request } from '../../shared/api/http';
import type { Change, EditChange } from './types';

/** Puts the answer to a change in place of what was read, and has everything that shows it read anew. */
export async function changed(client: QueryClient, change: Change): Promise<void> {
  client.setQueryData(['changes', 'one', change.number], change);
  for (const part of ['ticket', 'history', 'comments']) {
    for (const key of [change.id, change.number]) void client.invalidateQueries({ queryKey: [part, key] });
  }
  void client.invalidateQueries({ queryKey: ['approvals'] });
  await client.invalidateQueries({ queryKey: ['changes'] });
}

const send = async (method: 'POST' | 'PATCH', { id, version }: Change, verb: string, body: unknown): Promise<Change> =>
  (await request<Change>(method, `/changes/${id}${verb}`, { body, ifMatch: `"${version}"` })).data;

/** Saves a section on the version that is shown. */
export function useEdit(change: Change, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: EditChange) => send('PATCH', change, '', body),
    onSuccess: async (answer) => {
      await changed(client, answer);
      onDone();
    },
  });
}
