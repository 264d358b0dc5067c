/** What the managers' page shows, as it stands in the URL. */
export type By = 'institution' | 'service' | 'group';
export const dimensions: readonly By[] = ['institution', 'service', 'group'];

export interface ReportSearch {
  month?: string;
  by?: By;
}

export type Code = 'KPI-02' | 'KPI-09';
export const rowDimensions = ['kind', 'institution', 'service', 'group', 'priority'] as const;
export type AnyBy = (typeof rowDimensions)[number];

/** The compliance report, as it stands in the URL. */
export interface ComplianceSearch {
  month?: string;
  by?: AnyBy;
}

/** The lists of the compliance report, as the API names them. */
export const lists = [
  'counted',
  'met',
  'breached',
  'open_breached',
  'paused_undecided',
  'cancelled',
  'merged',
  'test',
  'voided',
  'reopened_after_freeze',
  'changed_side',
  'timed',
  'paused',
  'late_pause',
  'relaxed',
  'stayed',
  'without_clock',
] as const;
export type List = (typeof lists)[number];

/** A page that leads to rows, beside the overview. */
export type Origin = 'compliance' | 'satisfaction';
const origins: readonly Origin[] = ['compliance', 'satisfaction'];

/** The rows behind one figure; without `by` and `key` those of the whole. */
export interface RowsSearch {
  code: Code;
  period?: string;
  by?: AnyBy;
  key?: string;
  name?: string;
  /** Of KPI-09: which rows, by which promise, of which part of the time, of which edition. */
  list?: List;
  as?: 'agreed';
  part?: string;
  edition?: number;
  /** The page to go back to. */
  from?: Origin;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const isMonth = (value: unknown): value is string => typeof value === 'string' && MONTH.test(value);
const text = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);

export function readReportSearch(raw: Record<string, unknown>): ReportSearch {
  const by = dimensions.find((one) => one === raw['by']);
  return { ...(isMonth(raw['month']) ? { month: raw['month'] } : {}), ...(by ? { by } : {}) };
}

export function readComplianceSearch(raw: Record<string, unknown>): ComplianceSearch {
  const by = rowDimensions.find((one) => one === raw['by']);
  return { ...(isMonth(raw['month']) ? { month: raw['month'] } : {}), ...(by ? { by } : {}) };
}

export function readRowsSearch(raw: Record<string, unknown>): RowsSearch {
  const by = rowDimensions.find((one) => one === raw['by']);
  const list = lists.find((one) => one === raw['list']);
  const [key, name, part] = [text(raw['key']), text(raw['name']), text(raw['part'])];
  const from = origins.find((one) => one === raw['from']);
  const edition = Number(raw['edition']);
  return {
    code: raw['code'] === 'KPI-02' ? 'KPI-02' : 'KPI-09',
    ...(isMonth(raw['period']) ? { period: raw['period'] } : {}),
    ...(by ? { by } : {}),
    ...(key !== undefined ? { key } : {}),
    ...(name ? { name } : {}),
    ...(list ? { list } : {}),
    ...(raw['as'] === 'agreed' ? { as: 'agreed' } : {}),
    ...(part ? { part } : {}),
    ...(Number.isInteger(edition) && edition > 0 ? { edition } : {}),
    ...(from ? { from } : {}),
  };
}
