import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { ticketChanged } from '../data/ticket-cache';
import type { Ticket } from '../data/types';
import { useTexts } from '../texts';

/** Puts a ticket aside until a day, and takes it up again. */
export function useAside(ticket: Ticket, onDone: () => void = () => undefined) {
  const client = useQueryClient();
  const { t } = useTexts();
  const params = { path: { id: ticket.id } };
  const say = (words: string): void => {
    notifications.show({ message: words, autoClose: 3500, withBorder: true, closeButtonProps: { 'aria-label': t('action.close') } });
    onDone();
  };
  return {
    put: useMutation({
      mutationFn: (body: { until: string; note: string }) => bodyOf(api.PUT('/api/v1/tickets/{id}/aside', { params, body })),
      onSuccess: (changed) => {
        ticketChanged(client, changed as Ticket);
        say(t('aside.done', { number: ticket.number }));
      },
    }),
    takeUp: useMutation({
      mutationFn: () => api.DELETE('/api/v1/tickets/{id}/aside', { params }),
      onSuccess: () => {
        ticketChanged(client, { ...ticket, asideUntil: null, asideNote: null });
        say(t('aside.takenUp', { number: ticket.number }));
      },
    }),
  };
}
