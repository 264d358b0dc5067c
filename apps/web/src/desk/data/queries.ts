import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from '../../shared/api/http';
import type {
  Attachment,
  ClockExplanation,
  Comment,
  Counts,
  FoundPerson,
  Group,
  HistoryEntry,
  Notice,
  Page,
  Ref,
  Service,
  Ticket,
  TicketSummary,
} from './types';

type Items<T> = { items: T[] };
type Query = Record<string, string | number | undefined>;

const MINUTE = 60_000;
const items = async <T>(path: string, query?: Query): Promise<T[]> => (await http.get<Items<T>>(path, query)).items;

/** The API looks for three characters of a title at least, or for a number. */
export const isSearchable = (q: string): boolean => q.length > 2 || /^\d+$/.test(q);

/** Everything that the desk reads, each with its key; a change invalidates by the first words of the key. */
export const queries = {
  counts: () => queryOptions({ queryKey: ['counts'], queryFn: () => http.get<Counts>('/tickets/counts'), refetchInterval: MINUTE }),
  tickets: (query: Query) =>
    infiniteQueryOptions({
      queryKey: ['tickets', query],
      queryFn: ({ pageParam, signal }) => http.get<Page<TicketSummary>>('/tickets', { ...query, limit: 50, cursor: pageParam }, signal),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      refetchInterval: MINUTE,
    }),
  found: (q: string) =>
    queryOptions({
      queryKey: ['found', q],
      queryFn: ({ signal }) =>
        http.get<Page<TicketSummary>>('/tickets', { view: 'all', state: 'any', q, sort: '-updated', limit: 8 }, signal),
      enabled: isSearchable(q),
      placeholderData: keepPreviousData,
    }),
  ticket: (id: string) => queryOptions({ queryKey: ['ticket', id], queryFn: () => http.get<Ticket>(`/tickets/${id}`) }),
  comments: (id: string) => queryOptions({ queryKey: ['comments', id], queryFn: () => items<Comment>(`/tickets/${id}/comments`) }),
  attachments: (id: string) =>
    queryOptions({ queryKey: ['attachments', id], queryFn: () => items<Attachment>(`/tickets/${id}/attachments`) }),
  history: (id: string) => queryOptions({ queryKey: ['history', id], queryFn: () => items<HistoryEntry>(`/tickets/${id}/history`) }),
  clocks: (id: string) =>
    queryOptions({ queryKey: ['clocks', id], queryFn: () => items<ClockExplanation>(`/tickets/${id}/clocks`), refetchInterval: MINUTE }),
  groups: () => queryOptions({ queryKey: ['groups'], queryFn: () => items<Group>('/groups'), staleTime: 10 * MINUTE }),
  services: (institutionId?: string) =>
    queryOptions({
      queryKey: ['services', institutionId],
      queryFn: () => items<Service>('/services', { institutionId }),
      staleTime: 10 * MINUTE,
    }),
  institutions: () => queryOptions({ queryKey: ['institutions'], queryFn: () => items<Ref>('/institutions'), staleTime: 10 * MINUTE }),
  people: (q: string) =>
    queryOptions({
      queryKey: ['people', q],
      queryFn: () => items<FoundPerson>('/people', { q }),
      enabled: q.trim().length > 1,
      placeholderData: keepPreviousData,
    }),
  notices: () =>
    queryOptions({
      queryKey: ['notices'],
      queryFn: () => http.get<{ items: Notice[]; unread: number }>('/notices'),
      refetchInterval: 2 * MINUTE,
    }),
};
