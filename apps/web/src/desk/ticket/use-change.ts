import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../shared/api/http';
import { ApiProblem, problemText } from '../../shared/api/problem';
import { useMe } from '../data/session';
import { patchLists, ticketChanged } from '../data/ticket-cache';
import type { Ticket } from '../data/types';
import { useTexts, type TextKey } from '../texts';

type Verb =
  | 'acceptance'
  | 'assignment'
  | 'hold'
  | 'resumption'
  | 'resolution'
  | 'reopening'
  | 'cancellation'
  | 'unmerging'
  | 'priority'
  | 'service'
  | 'category'
  | 'security'
  | 'major'
  | `security/${'warning' | 'notification' | 'final-report'}-sent`;

export interface Change {
  verb: Verb;
  body?: Record<string, unknown>;
  /** Said when it is done. */
  done: TextKey;
}

const send = (ticket: Ticket, { verb, body = {} }: Change): Promise<Ticket> =>
  http.post<Ticket>(`/incidents/${ticket.id}/${verb}`, body, { ifMatch: `"${ticket.version}"` });

/** Changes a ticket on the version that is shown. Lists, history and clocks follow; a refusal is left to the caller to show. */
export function useChange(ticket: Ticket) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: (change: Change) => send(ticket, change),
    onSuccess: (changed, { done }) => {
      ticketChanged(client, changed);
      notifications.show({ message: t(done, { number: changed.number }), autoClose: 3500, withBorder: true });
    },
  });
}

/** Whether the ticket was changed by somebody else meanwhile. */
export const isConflict = (error: unknown): boolean => error instanceof ApiProblem && (error.status === 409 || error.status === 412);

/** Accepting is shown at once and taken back when the server refuses. */
export function useAccept(ticket: Ticket) {
  const client = useQueryClient();
  const texts = useTexts();
  const me = useMe();
  const key = ['ticket', ticket.number];
  return useMutation({
    mutationFn: () => send(ticket, { verb: 'acceptance', done: 'done.accepted' }),
    onMutate: () => {
      const expected: Ticket = { ...ticket, state: 'in_progress', assignee: { id: me.id, name: me.name } };
      client.setQueryData(key, expected);
      patchLists(client, expected);
    },
    onSuccess: (changed) => ticketChanged(client, changed),
    onError: (error) => {
      client.setQueryData(key, ticket);
      patchLists(client, ticket);
      if (isConflict(error)) void client.invalidateQueries({ queryKey: key });
      notifications.show({ color: 'red', message: problemText(texts, error), autoClose: 8000, withBorder: true });
    },
  });
}
