import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { TicketSummary } from '../data/types';

export interface CallerTickets {
  open: TicketSummary[];
  past: TicketSummary[];
}

/** What is open for a person and what was before, as far as the reader may see it. */
export const callerTickets = (personId: string) =>
  queryOptions({
    queryKey: ['tickets-of', personId],
    queryFn: async () => (await bodyOf(api.GET('/api/v1/people/{id}/tickets', { params: { path: { id: personId } } }))) as CallerTickets,
    enabled: personId !== '',
  });
