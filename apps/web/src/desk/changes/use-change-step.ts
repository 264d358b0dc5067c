import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { request } from '../../shared/api/http';
import { useTexts, type TextKey } from '../texts';
import type { Change, ChangeWindow, EditChange, PlacedChange } from './types';

/** Puts the answer to a change in place of what was read, and has everything that shows it read anew. */
export async function changed(client: QueryClient, change: Change): Promise<void> {
  client.setQueryData(['changes', 'one', change.number], change);
  for (const part of ['ticket', 'history', 'comments']) {
    for (const key of [change.id, change.number]) void client.invalidateQueries({ queryKey: [part, key] });
  }
  void client.invalidateQueries({ queryKey: ['approvals'] });
  await client.invalidateQueries({ queryKey: ['changes'] });
}

const send = async (
  method: 'POST' | 'PATCH',
  { id, version }: Pick<Change, 'id' | 'version'>,
  verb: string,
  body: unknown,
): Promise<Change> => (await request<Change>(method, `/changes/${id}${verb}`, { body, ifMatch: `"${version}"` })).data;

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

/** The steps of a change's life, as the API calls them. */
type Verb =
  | 'submission'
  | 'return'
  | 'risk'
  | 'authorisation-request'
  | 'start'
  | 'finish'
  | 'review'
  | 'closure'
  | 'cancellation'
  | 'concurrences'
  | `concurrences/${string}/answer`
  | 'clone';

interface Step {
  verb: Verb;
  /** Said when it is done. */
  done: TextKey;
}

function useTold(done: TextKey, onDone: (answer: Change) => void) {
  const client = useQueryClient();
  const { t } = useTexts();
  return async (answer: Change): Promise<void> => {
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

interface Place {
  window: ChangeWindow;
  overrideReason: string | undefined;
}

/** Moves a scheduled change, or writes the window of a standard one and puts it into the calendar. */
export function usePlace(change: PlacedChange, onDone: () => void) {
  const moves = change.state === 'scheduled';
  const onSuccess = useTold(moves ? 'change.doneWord.reschedule' : 'change.doneWord.schedule', onDone);
  return useMutation({
    mutationFn: async ({ window, overrideReason }: Place) => {
      const override = overrideReason ? { overrideReason } : {};
      if (moves) return send('POST', change, '/reschedule', { ...window, ...override });
      const same = change.window?.from === window.from && change.window?.to === window.to;
      const placed = same ? change : await send('PATCH', change, '', { plannedFrom: window.from, plannedTo: window.to });
      return send('POST', placed, '/schedule', override);
    },
    onSuccess,
  });
}

/** Begins an emergency on verbal consent: records it where that was not done yet, then starts. */
export function useBegin(change: Change, onDone: () => void) {
  const onSuccess = useTold('change.doneWord.consent', onDone);
  return useMutation({
    mutationFn: async (consent: { by: string; at: string } | null) => {
      const agreed = consent ? await send('POST', change, '/verbal-consent', consent) : change;
      return send('POST', agreed, '/implement-first', {});
    },
    onSuccess,
  });
}

/** Takes a step on the version that is shown; a refusal is left to the caller to show. */
export function useStep(change: Change, { verb, done }: Step, onDone: (answer: Change) => void) {
  const onSuccess = useTold(done, onDone);
  return useMutation({ mutationFn: (body: Record<string, unknown>) => send('POST', change, `/${verb}`, body), onSuccess });
}
