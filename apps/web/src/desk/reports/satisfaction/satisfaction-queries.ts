import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../../shared/api/api';

export type Side = 'bad' | 'better';

export const satisfactionQuery = (month: string) =>
  queryOptions({
    queryKey: ['satisfaction', month],
    queryFn: () => bodyOf(api.GET('/api/v1/reports/satisfaction', { params: { query: { month } } })),
    placeholderData: keepPreviousData,
  });

/** KPI-01 of a year; its figure is `none` while no campaign has given one. */
export const clientsQuery = (year: string) =>
  queryOptions({
    queryKey: ['kpi', 'KPI-01', year],
    queryFn: () => bodyOf(api.GET('/api/v1/kpis/KPI-01', { params: { query: { period: year } } })),
  });

export const disappointedQuery = (month: string, enabled: boolean) =>
  infiniteQueryOptions({
    queryKey: ['disappointed', month],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/v1/reports/satisfaction/disappointed', {
          params: { query: { month, limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    enabled,
  });

export const themeCommentsQuery = (month: string, side: Side, stem: string) =>
  queryOptions({
    queryKey: ['theme', month, side, stem],
    queryFn: async () =>
      (await bodyOf(api.GET('/api/v1/reports/satisfaction/comments', { params: { query: { month, side, stem } } }))).items,
  });
