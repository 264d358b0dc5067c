import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { http } from '../../shared/api/http';
import type { Compliance, Kpi } from '../data/types';
import type { By, Code } from './report-search';

export const kpiQuery = (code: Code, period: string, by: By) =>
  queryOptions({
    queryKey: ['kpi', code, period, by],
    queryFn: () => http.get<Kpi>(`/kpis/${code}`, { period, by }),
    placeholderData: keepPreviousData,
  });

export const complianceQuery = (month: string) =>
  queryOptions({
    queryKey: ['compliance', month],
    queryFn: () => http.get<Compliance>('/reports/sla-compliance', { month, by: 'priority' }),
    placeholderData: keepPreviousData,
  });
