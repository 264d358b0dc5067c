import { queryOptions } from '@tanstack/react-query';
import { api, bodyOf } from '../../shared/api/api';
import type { components } from '../../shared/api-schema';

type Schemas = components['schemas'];
export type ReportSummary = Schemas['ReportSummaryResponse'];
export type Report = Schemas['ReportResponse'];
export type ReportDocument = Schemas['ReportDocumentResponse'];
export type ReportSection = Schemas['ReportSectionResponse'];
export type ReportColumn = Schemas['ReportColumnResponse'];
export type ReportRun = Schemas['ReportRunResponse'];
export type ReportTerms = Schemas['ReportTermsRequest'];
export type NewReport = Schemas['RegisterReportRequest'];
export type Form = Schemas['SubscriptionRequest']['form'];

export const libraryQuery = queryOptions({
  queryKey: ['report-library'],
  queryFn: () => bodyOf(api.GET('/api/v1/reports')),
});

export const reportQuery = (code: string) =>
  queryOptions({
    queryKey: ['report-library', code],
    queryFn: () => bodyOf(api.GET('/api/v1/reports/{code}', { params: { path: { code } } })),
  });

export const documentQuery = (code: string, period: string | undefined) =>
  queryOptions({
    queryKey: ['report-document', code, period ?? ''],
    queryFn: () => bodyOf(api.GET('/api/v1/reports/{code}/document', { params: { path: { code }, query: period ? { period } : {} } })),
  });

export const runQuery = (code: string, runId: string) =>
  queryOptions({
    queryKey: ['report-run', code, runId],
    queryFn: () => bodyOf(api.GET('/api/v1/reports/{code}/runs/{runId}', { params: { path: { code, runId } } })),
    staleTime: Infinity,
  });

export const runsQuery = (code: string) =>
  queryOptions({
    queryKey: ['report-runs', code],
    queryFn: () => bodyOf(api.GET('/api/v1/reports/{code}/runs', { params: { path: { code }, query: { limit: 20 } } })),
  });

export const subscribersQuery = (code: string) =>
  queryOptions({
    queryKey: ['report-subscribers', code],
    queryFn: () => bodyOf(api.GET('/api/v1/reports/{code}/subscribers', { params: { path: { code } } })),
  });

/** Where the file of what is shown is saved from. */
export function fileHref(code: string, format: string, shown: { runId?: string | undefined; period?: string | undefined }): string {
  const base = `/api/v1/reports/${code}`;
  if (shown.runId) return `${base}/runs/${shown.runId}/file?format=${format}`;
  return `${base}/document/file?${new URLSearchParams({ format, ...(shown.period ? { period: shown.period } : {}) }).toString()}`;
}
