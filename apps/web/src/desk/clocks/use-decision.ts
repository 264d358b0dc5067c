import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { http } from '../../shared/api/http';
import type { ClockExplanation, Ticket } from '../data/types';
import { useTexts, type TextKey } from '../texts';

export interface Decision {
  verb: 'relaxation-confirmation' | 'void-requests' | 'void-confirmation' | 'void-refusal' | 'pause-correction';
  body?: Record<string, unknown>;
  /** Said when it is done. */
  done: TextKey;
}

/** Decides about a clock; the clocks of the ticket and its lists follow. */
export function useDecision(ticket: Ticket, clock: ClockExplanation) {
  const client = useQueryClient();
  const { t } = useTexts();
  return useMutation({
    mutationFn: ({ verb, body = {} }: Decision) => http.post<unknown>(`/tickets/${ticket.id}/clocks/${clock.id}/${verb}`, body),
    onSuccess: (_answer, { done }) => {
      for (const key of [ticket.id, ticket.number])
        for (const part of ['ticket', 'clocks', 'history']) void client.invalidateQueries({ queryKey: [part, key] });
      notifications.show({ message: t(done, { number: ticket.number }), autoClose: 3500, withBorder: true });
    },
  });
}
