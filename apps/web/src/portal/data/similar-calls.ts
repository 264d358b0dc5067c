import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

/** An open ticket that sounds like what is typed, in the person's own scope. */
type SimilarTicket = components['schemas']['TicketHitResponse'];

export const similarTickets = async (query: { title: string; serviceId?: string }, signal?: AbortSignal): Promise<SimilarTicket[]> =>
  (await bodyOf(api.GET('/api/v1/tickets/similar', { params: { query }, ...(signal ? { signal } : {}) }))).items;
