import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { AnyBy, By, Code } from './report-search';

export const kpiQuery = (code: Code, period: string, by: By) =>
  queryOptions({
    queryKey: ['kpi', code, period, by],
    queryFn: () => bodyOf(api.GET('/api/v1/kpis/{code}', { params: { path: { code }, query: { period, by } } })),
    placeholderData: keepPreviousData,
  });

export const complianceQuery = (month: string, by: AnyBy = 'priority') =>
  queryOptions({
    queryKey: ['compliance', month, by],
    queryFn: () => bodyOf(api.GET('/api/v1/reports/sla-compliance', { params: { query: { month, by } } })),
    placeholderData: keepPreviousData,
  });

export const honestyQuery = (month: string, by: AnyBy) =>
  queryOptions({
    queryKey: ['honesty', month, by],
    queryFn: () => bodyOf(api.GET('/api/v1/reports/sla-honesty', { params: { query: { month, by } } })),
    placeholderData: keepPreviousData,
  });
