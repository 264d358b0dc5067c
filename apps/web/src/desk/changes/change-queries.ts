import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { ChangesSearch } from './changes-search';
import type { Change, ChangeSummary } from './types';

const MINUTE = 60_000;
const at = (id: string) => ({ params: { path: { id } } });

/** What the pages of changes read; a change invalidates all that begins with `changes`. */
export const changeQueries = {
  list: ({ state, ...search }: ChangesSearch) =>
    infiniteQueryOptions({
      queryKey: ['changes', 'list', state, search],
      queryFn: async ({ pageParam, signal }) => {
        const query = { ...search, ...(state ? { state: [state] } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
        const page = await bodyOf(api.GET('/api/v1/changes', { params: { query }, signal }));
        return { ...page, items: page.items as ChangeSummary[] };
      },
      initialPageParam: '',
      getNextPageParam: (last) => last.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
      refetchInterval: MINUTE,
    }),
  one: (number: string) =>
    queryOptions({
      queryKey: ['changes', 'one', number],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/changes/{id}', at(number)))) as Change,
    }),
  links: (id: string) =>
    queryOptions({
      queryKey: ['changes', 'links', id],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/tickets/{id}/links', at(id)))).items,
    }),
};
