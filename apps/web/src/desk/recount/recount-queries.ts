import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

export type Recount = components['schemas']['RecountResponse'];

const QUICK_MS = 1_500;
const SLOW_MS = 60_000;

export const isUnderWay = ({ state }: Recount): boolean => state === 'waiting' || state === 'running';

/** The latest recounts; asked for often while one of them is under way. */
const recountsQuery = queryOptions({
  queryKey: ['recounts'],
  queryFn: () => bodyOf(api.GET('/api/v1/kpis/recounts')),
  refetchInterval: ({ state }) => (state.data?.items.some(isUnderWay) ? QUICK_MS : SLOW_MS),
});

export function useRecounts() {
  return useQuery(recountsQuery);
}

/** Begins to recount everything; one recount counts every indicator, whichever it is asked of. */
export function useBeginRecount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => bodyOf(api.POST('/api/v1/kpis/{code}/recount', { params: { path: { code: 'KPI-09' } } })),
    onSettled: () => client.invalidateQueries({ queryKey: recountsQuery.queryKey }),
  });
}
