import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { isSearchable } from '../data/queries';
import type { ProblemsSearch } from './problems-search';

const MINUTE = 60_000;
const at = (id: string) => ({ params: { path: { id } } });

/** What the pages of problems read; a change invalidates all that begins with `problems`. */
export const problemQueries = {
  list: ({ state, ...search }: ProblemsSearch) =>
    infiniteQueryOptions({
      queryKey: ['problems', 'list', state, search],
      queryFn: ({ pageParam, signal }) => {
        const query = { ...search, ...(state ? { state: [state] } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
        return bodyOf(api.GET('/api/v1/problems', { params: { query }, signal }));
      },
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      refetchInterval: MINUTE,
    }),
  found: (q: string) =>
    queryOptions({
      queryKey: ['problems', 'found', q],
      queryFn: async ({ signal }) =>
        (await bodyOf(api.GET('/api/v1/problems', { params: { query: { ...(q ? { q } : {}), limit: 12 } }, signal }))).items,
      enabled: q === '' || isSearchable(q),
      placeholderData: keepPreviousData,
    }),
  one: (number: string) =>
    queryOptions({ queryKey: ['problems', 'one', number], queryFn: () => bodyOf(api.GET('/api/v1/problems/{id}', at(number))) }),
  incidents: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['problems', 'incidents', id],
      queryFn: ({ pageParam, signal }) =>
        bodyOf(
          api.GET('/api/v1/problems/{id}/incidents', {
            params: { path: { id }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
            signal,
          }),
        ),
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
  /** Known errors that sound like what is typed; asked for once there is something to compare. */
  like: (q: string, serviceId: string | null) =>
    queryOptions({
      queryKey: ['problems', 'like', q, serviceId],
      queryFn: async ({ signal }) => {
        const query = { ...(q ? { q } : {}), ...(serviceId ? { serviceId } : {}) };
        return (await bodyOf(api.GET('/api/v1/known-errors', { params: { query }, signal }))).items;
      },
      enabled: q.length > 2,
      placeholderData: keepPreviousData,
    }),
  likeTicket: (id: string) =>
    queryOptions({
      queryKey: ['problems', 'like-ticket', id],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/tickets/{id}/known-errors', at(id)))).items,
      staleTime: MINUTE,
    }),
};
