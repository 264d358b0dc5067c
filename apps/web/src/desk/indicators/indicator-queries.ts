import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';
import { ALL_ROWS, type IndicatorCode, type Layout } from './indicator-search';

export type Summary = components['schemas']['KpiSummaryResponse'];
export type Indicator = components['schemas']['KpiResponse'];

const MINUTE_MS = 60_000;

/** All indicators in a period. */
export const indicatorsQuery = (period: string) =>
  queryOptions({
    queryKey: ['indicators', period],
    queryFn: () => bodyOf(api.GET('/api/v1/kpis', { params: { query: { period } } })),
    placeholderData: keepPreviousData,
  });

/** One indicator with its breakdown and what was published of it. */
export const indicatorQuery = (code: IndicatorCode, period: string, by: Layout) =>
  queryOptions({
    queryKey: ['kpi', code, period, by],
    queryFn: () => bodyOf(api.GET('/api/v1/kpis/{code}', { params: { path: { code }, query: { period, by } } })),
    placeholderData: keepPreviousData,
  });

/** This month's figures of the whole Centre, anew every minute. */
export const wallQuery = queryOptions({
  queryKey: ['wall'],
  queryFn: () => bodyOf(api.GET('/api/v1/wall')),
  refetchInterval: MINUTE_MS,
  refetchIntervalInBackground: true,
});

/** The very rows that a figure counts, page by page. */
export const indicatorRowsQuery = (code: IndicatorCode, period: string, by: Layout, key: string) =>
  infiniteQueryOptions({
    queryKey: ['indicator-rows', code, period, by, key],
    queryFn: ({ pageParam }) => {
      const cell = key === ALL_ROWS ? {} : { by, key };
      const query = { period, ...cell, ...(pageParam ? { cursor: pageParam } : {}) };
      return bodyOf(api.GET('/api/v1/kpis/{code}/rows', { params: { path: { code }, query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
