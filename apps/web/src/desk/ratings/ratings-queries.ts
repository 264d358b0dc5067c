import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { browserNow } from '../../shared/format/browser-clock';
import { inRiga } from '../../shared/format/riga-time';
import type { RatingsSearch } from './ratings-search';

const DAY_MS = 86_400_000;
const DAYS = 90;

/** What the API is asked for by the address of the list. */
export const ratingFilters = ({ value, groupId, days }: RatingsSearch) => ({
  from: inRiga(browserNow() - (days ?? DAYS) * DAY_MS).date,
  ...(value ? { value } : {}),
  ...(groupId ? { groupId } : {}),
});

export const ratingListQuery = (search: RatingsSearch) =>
  infiniteQueryOptions({
    queryKey: ['ratings', search.value, search.groupId, search.days],
    queryFn: ({ pageParam }) => {
      const query = { ...ratingFilters(search), ...(pageParam ? { cursor: pageParam } : {}) };
      return bodyOf(api.GET('/api/v1/ratings', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  });

export const followUpsQuery = (state: 'open' | 'done', groupId: string | undefined, enabled = true) =>
  infiniteQueryOptions({
    queryKey: ['follow-ups', state, groupId],
    queryFn: ({ pageParam }) => {
      const query = { state, ...(groupId ? { groupId } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
      return bodyOf(api.GET('/api/v1/rating-follow-ups', { params: { query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled,
  });

/** The rating of a ticket with everything that was said before. */
export const ticketRatingQuery = (id: string) =>
  queryOptions({
    queryKey: ['ticket-rating', id],
    queryFn: () => bodyOf(api.GET('/api/v1/tickets/{id}/rating', { params: { path: { id } } })),
  });

export interface Completion {
  id: string;
  note: string;
  contacted: boolean;
}

/** Says what was done about a bad rating. */
export function useCompletion() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: Completion) =>
      bodyOf(api.POST('/api/v1/rating-follow-ups/{id}/completion', { params: { path: { id } }, body })),
    onSettled: () => {
      for (const key of ['follow-ups', 'ratings', 'disappointed']) void client.invalidateQueries({ queryKey: [key] });
    },
  });
}
