import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { TicketSummary } from '../data/types';
import type { FindItems } from './types';

const at = (id: string) => ({ params: { path: { id } } });
const POLL_MS = 500;

/** What the pages of the register read; a change invalidates all that begins with `assets`. */
export const assetQueries = {
  counts: () => queryOptions({ queryKey: ['assets', 'counts'], queryFn: () => bodyOf(api.GET('/api/v1/configuration-items/counts')) }),
  items: (query: FindItems) =>
    infiniteQueryOptions({
      queryKey: ['assets', 'list', query],
      queryFn: ({ pageParam, signal }) =>
        bodyOf(
          api.GET('/api/v1/configuration-items', { params: { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) } }, signal }),
        ),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  found: (q: string) =>
    queryOptions({
      queryKey: ['assets', 'found', q],
      queryFn: async ({ signal }) =>
        (await bodyOf(api.GET('/api/v1/configuration-items', { params: { query: { q, limit: 12 } }, signal }))).items,
      enabled: q.trim().length > 1,
      placeholderData: keepPreviousData,
    }),
  ofPerson: (custodianId: string) =>
    queryOptions({
      queryKey: ['assets', 'person', custodianId],
      queryFn: async () =>
        (await bodyOf(api.GET('/api/v1/configuration-items', { params: { query: { custodianId, status: ['in_use', 'in_repair'] } } })))
          .items,
      enabled: custodianId !== '',
    }),
  item: (id: string) =>
    queryOptions({ queryKey: ['assets', 'item', id], queryFn: () => bodyOf(api.GET('/api/v1/configuration-items/{id}', at(id))) }),
  relations: (id: string) =>
    queryOptions({
      queryKey: ['assets', 'item', id, 'relations'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/configuration-items/{id}/relations', at(id)))).items,
    }),
  history: (id: string) =>
    queryOptions({
      queryKey: ['assets', 'item', id, 'history'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/configuration-items/{id}/history', at(id)))).items,
    }),
  tickets: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['assets', 'item', id, 'tickets'],
      queryFn: async ({ pageParam }) => {
        const query = { limit: 10, ...(pageParam ? { cursor: pageParam } : {}) };
        const page = await bodyOf(api.GET('/api/v1/configuration-items/{id}/tickets', { params: { path: { id }, query } }));
        return { ...page, items: page.items as TicketSummary[] };
      },
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  ofTicket: (id: string) =>
    queryOptions({
      queryKey: ['ticket-devices', id],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/tickets/{id}/configuration-items', at(id)))).items,
    }),
  /** While the workers apply it, asked again and again. */
  import: (id: string) =>
    queryOptions({
      queryKey: ['asset-import', id],
      queryFn: () => bodyOf(api.GET('/api/v1/configuration-item-imports/{id}', at(id))),
      refetchInterval: ({ state }) => (state.data?.state === 'applying' ? POLL_MS : false),
    }),
};
