import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../shared/api-schema';
import { api, bodyOf } from '../../shared/api/api';
import { columnsOf, filtersOf, type QueueSearch, searchOf } from './queue-search';

type Schemas = components['schemas'];
export type SavedView = Schemas['SavedViewResponse'];
export type ViewCount = Schemas['SavedViewCountResponse'];
type Terms = Schemas['SavedViewRequest'];

const MINUTE = 60_000;

export const savedViewQueries = {
  list: () =>
    queryOptions({
      queryKey: ['saved-views'],
      queryFn: async () => (await bodyOf(api.GET('/api/v1/saved-views'))).items,
      staleTime: MINUTE,
      refetchInterval: 10 * MINUTE,
    }),
  /** Under the key of all counts, so that whatever makes those stale asks for these anew. */
  counts: () =>
    queryOptions({
      queryKey: ['counts', 'saved-views'],
      queryFn: async () => new Map((await bodyOf(api.GET('/api/v1/saved-views/counts'))).items.map((one) => [one.id, one])),
      refetchInterval: MINUTE,
    }),
};

/** A view with what it opens and how many tickets it holds. */
export interface ListedView extends SavedView {
  search: QueueSearch;
  tally: ViewCount | null;
}

/** The views of the person and of his groups. Nothing is counted where there are none. */
export function useSavedViews(): ListedView[] {
  const { data: views = [] } = useQuery(savedViewQueries.list());
  const { data: counts } = useQuery({ ...savedViewQueries.counts(), enabled: views.length > 0 });
  return views.map((view) => ({ ...view, search: searchOf(view), tally: counts?.get(view.id) ?? null }));
}

/** The terms that a search makes of a view. */
export function termsOf(search: QueueSearch, name: string, groupId: string | null): Terms {
  return {
    name,
    filters: filtersOf(search) as Terms['filters'],
    columns: [...columnsOf(search.columns)],
    ...(search.sort ? { sort: search.sort } : {}),
    ...(groupId ? { groupId } : {}),
  };
}

/** What can be done with saved views; each re-reads the list and its counts. */
export function useViewChanges() {
  const client = useQueryClient();
  const onSuccess = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['saved-views'] });
    await client.invalidateQueries({ queryKey: ['counts', 'saved-views'] });
  };
  const at = (id: string) => ({ params: { path: { id } } });
  const create = useMutation({ mutationFn: (body: Terms) => bodyOf(api.POST('/api/v1/saved-views', { body })), onSuccess });
  const change = useMutation({
    mutationFn: ({ id, ...body }: Terms & { id: string }) => bodyOf(api.PUT('/api/v1/saved-views/{id}', { ...at(id), body })),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: (id: string) => bodyOf(api.DELETE('/api/v1/saved-views/{id}', at(id))), onSuccess });
  const order = useMutation({ mutationFn: (ids: string[]) => bodyOf(api.PUT('/api/v1/saved-views/order', { body: { ids } })), onSuccess });
  return { create, change, remove, order };
}
