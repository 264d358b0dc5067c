import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { browserNow } from '../../shared/format/browser-clock';
import type { Comment, FindTickets, HistoryEntry, Page, Ticket, TicketSummary } from './types';

const MINUTE = 60_000;
const at = (id: string) => ({ params: { path: { id } } });

/** The API looks for three characters of a title at least, or for a number. */
export const isSearchable = (q: string): boolean => q.length > 2 || /^\d+$/.test(q);

async function findTickets(query: FindTickets, signal: AbortSignal): Promise<Page<TicketSummary>> {
  return (await bodyOf(api.GET('/api/v1/tickets', { params: { query }, signal }))) as Page<TicketSummary>;
}

/** Everything that the desk reads, each with its key; a change invalidates by the first words of the key. */
export const queries = {
  counts: () => queryOptions({ queryKey: ['counts'], queryFn: () => bodyOf(api.GET('/api/v1/tickets/counts')), refetchInterval: MINUTE }),
  tickets: (query: FindTickets) =>
    infiniteQueryOptions({
      queryKey: ['tickets', query],
      queryFn: async ({ pageParam, signal }) => ({
        ...(await findTickets({ ...query, ...(pageParam ? { cursor: pageParam } : {}) }, signal)),
        readAt: browserNow(),
      }),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      // Rows move when their reader asks for it: the stream keeps them true in the meantime, and a bar tells of what it brought.
      staleTime: 0,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    }),
  found: (q: string) =>
    queryOptions({
      queryKey: ['found', q],
      queryFn: ({ signal }) => findTickets({ view: 'all', state: ['any'], q, sort: '-updated', limit: 8 }, signal),
      enabled: isSearchable(q),
      placeholderData: keepPreviousData,
    }),
  ticket: (id: string) =>
    queryOptions({ queryKey: ['ticket', id], queryFn: async () => (await bodyOf(api.GET('/api/v1/tickets/{id}', at(id)))) as Ticket }),
  comments: (id: string) =>
    queryOptions({
      queryKey: ['comments', id],
      queryFn: async (): Promise<Comment[]> => (await bodyOf(api.GET('/api/v1/tickets/{id}/comments', at(id)))).items,
    }),
  attachments: (id: string) =>
    queryOptions({
      queryKey: ['attachments', id],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/tickets/{id}/attachments', at(id)))).items,
    }),
  history: (id: string) =>
    queryOptions({
      queryKey: ['history', id],
      queryFn: async (): Promise<HistoryEntry[]> => (await bodyOf(api.GET('/api/v1/tickets/{id}/history', at(id)))).items,
    }),
  clocks: (id: string) =>
    queryOptions({
      queryKey: ['clocks', id],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/tickets/{id}/clocks', at(id)))).items,
      refetchInterval: MINUTE,
    }),
  groups: () =>
    queryOptions({
      queryKey: ['groups'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/groups'))).items,
      staleTime: 10 * MINUTE,
    }),
  services: (institutionId?: string) =>
    queryOptions({
      queryKey: ['services', institutionId],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/services', { params: { query: institutionId ? { institutionId } : {} } }))).items,
      staleTime: 10 * MINUTE,
    }),
  institutions: () =>
    queryOptions({
      queryKey: ['institutions'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/institutions', { params: { query: { limit: 200 } } }))).items,
      staleTime: 10 * MINUTE,
    }),
  people: (q: string) =>
    queryOptions({
      queryKey: ['people', q],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/people', { params: { query: { q } } }))).items,
      enabled: q.trim().length > 1,
      placeholderData: keepPreviousData,
    }),
  notices: () =>
    queryOptions({
      queryKey: ['notices'],
      queryFn: () => bodyOf(api.GET('/api/v1/notices', { params: { query: { limit: 50 } } })),
      refetchInterval: 2 * MINUTE,
    }),
};
