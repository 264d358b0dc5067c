import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';
import { queryOf, type DeskSearch } from './search-search';

type Schemas = components['schemas'];
export type SearchAnswer = Schemas['SearchResponse'];
export type TicketHit = Schemas['TicketHitResponse'];
export type MarkedText = Schemas['MarkedTextResponse'];
export type SavedSearch = Schemas['SavedSearchResponse'];

/** Hits of each kind in the palette. */
const IN_PALETTE = 6;
const A_MINUTE = 60_000;

/** Anything shorter says nothing yet; a digit may be the end of a number. */
export const isAsked = (q: string): boolean => q.length > 1 || /^\d$/.test(q);

export const searchQueries = {
  /** While somebody types. */
  typed: (q: string) =>
    queryOptions({
      queryKey: ['search', 'typed', q],
      queryFn: ({ signal }) => bodyOf(api.GET('/api/v1/search', { params: { query: { q, typing: true, limit: IN_PALETTE } }, signal })),
      enabled: isAsked(q),
      placeholderData: keepPreviousData,
    }),
  page: (search: DeskSearch) =>
    infiniteQueryOptions({
      queryKey: ['search', 'page', search],
      queryFn: ({ pageParam, signal }) =>
        bodyOf(
          api.GET('/api/v1/search', { params: { query: { ...queryOf(search), ...(pageParam ? { cursor: pageParam } : {}) } }, signal }),
        ),
      initialPageParam: '',
      getNextPageParam: (last: SearchAnswer) => last.nextCursor ?? undefined,
      enabled: isAsked(search.q ?? ''),
    }),
  saved: () =>
    queryOptions({
      queryKey: ['saved-searches'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/saved-searches'))).items,
      staleTime: A_MINUTE,
    }),
  similar: (title: string, serviceId: string | null, except: string | null) =>
    queryOptions({
      queryKey: ['search', 'similar', title, serviceId, except],
      queryFn: async ({ signal }): Promise<TicketHit[]> => {
        const query = { title, ...(serviceId ? { serviceId } : {}), ...(except ? { except } : {}) };
        return (await bodyOf(api.GET('/api/v1/tickets/similar', { params: { query }, signal }))).items;
      },
      enabled: title.length > 2,
      placeholderData: keepPreviousData,
    }),
};
