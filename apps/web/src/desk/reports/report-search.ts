/** What the managers' page shows, as it stands in the URL. */
export type By = 'institution' | 'service' | 'group';
export const dimensions: readonly By[] = ['institution', 'service', 'group'];

export interface ReportSearch {
  month?: string;
  by?: By;
}

export type Code = 'KPI-02' | 'KPI-09';
export const rowDimensions = ['institution', 'service', 'group', 'kind', 'priority'] as const;

/** The rows behind one figure; without `by` and `key` those of the whole. */
export interface RowsSearch {
  code: Code;
  period?: string;
  by?: (typeof rowDimensions)[number];
  key?: string;
  name?: string;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const isMonth = (value: unknown): value is string => typeof value === 'string' && MONTH.test(value);
const text = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);

export function readReportSearch(raw: Record<string, unknown>): ReportSearch {
  const by = dimensions.find((one) => one === raw['by']);
  return { ...(isMonth(raw['month']) ? { month: raw['month'] } : {}), ...(by ? { by } : {}) };
}

export function readRowsSearch(raw: Record<string, unknown>): RowsSearch {
  const by = rowDimensions.find((one) => one === raw['by']);
  const [key, name] = [text(raw['key']), text(raw['name'])];
  return {
    code: raw['code'] === 'KPI-02' ? 'KPI-02' : 'KPI-09',
    ...(isMonth(raw['period']) ? { period: raw['period'] } : {}),
    ...(by ? { by } : {}),
    ...(key !== undefined ? { key } : {}),
    ...(name ? { name } : {}),
  };
}
