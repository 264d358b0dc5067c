import { useInfiniteQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import { currentMonth } from './months';
import type { RowsSearch } from './report-search';

/** How the API names the rows whose key stands for nothing: no service, no group, no priority. */
const KEYLESS = { priority: '0', id: '00000000-0000-0000-0000-000000000000' };

function cellOf({ by, key }: RowsSearch) {
  return by && key !== undefined ? { by, key: key || KEYLESS[by === 'priority' ? 'priority' : 'id'] } : {};
}

/** The ratings behind KPI-02, page by page. */
export function useRatingRows(search: RowsSearch) {
  const { code, period = currentMonth() } = search;
  return useInfiniteQuery({
    queryKey: ['kpi-rows', search],
    queryFn: ({ pageParam }) => {
      const query = { period, ...cellOf(search), ...(pageParam ? { cursor: pageParam } : {}) };
      return bodyOf(api.GET('/api/v1/kpis/{code}/rows', { params: { path: { code }, query } }));
    },
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
}

/** The clocks (or tickets without one) behind a number of KPI-09, page by page, and where the same rows can be saved. */
export function useClockRows(search: RowsSearch) {
  const { period: month = currentMonth(), list, as, part, edition } = search;
  const wanted = {
    month,
    ...cellOf(search),
    ...(list ? { list } : {}),
    ...(as ? { as } : {}),
    ...(part ? { part } : {}),
    ...(edition === undefined ? {} : { edition }),
  };
  const query = useInfiniteQuery({
    queryKey: ['compliance-rows', wanted],
    queryFn: ({ pageParam }) =>
      bodyOf(
        api.GET('/api/v1/reports/sla-compliance/rows', { params: { query: { ...wanted, ...(pageParam ? { cursor: pageParam } : {}) } } }),
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });
  const href = (format: string): string => {
    const params = new URLSearchParams(Object.entries({ ...wanted, format }).map(([name, value]) => [name, String(value)]));
    return `/api/v1/reports/sla-compliance/rows/export?${params.toString()}`;
  };
  return { query, href };
}
