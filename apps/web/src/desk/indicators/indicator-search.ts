/** The page of the indicators, as it stands in the URL. */
/** Changes are watched beside the indicators of DOMAIN; their codes are no numbers. */
export const changeCodes = ['KPI-10', 'KPI-11', 'CHG-LEAD', 'CHG-CONFLICT', 'CHG-INCIDENT'] as const;
export const codes = [
  ...(['KPI-01', 'KPI-02', 'KPI-04', 'KPI-05', 'KPI-06', 'KPI-07', 'KPI-08', 'KPI-09'] as const),
  ...changeCodes,
] as const;
export type IndicatorCode = (typeof codes)[number];

export const isOfChanges = (code: string): boolean => changeCodes.some((one) => one === code);
export const layouts = ['institution', 'service', 'group', 'priority', 'kind', 'day', 'month'] as const;
export type Layout = (typeof layouts)[number];

export interface IndicatorSearch {
  /** A month, `2026-11`, or a year, `2026`. */
  period?: string;
  code?: IndicatorCode;
  by?: Layout;
  /** The key whose rows are open; empty for what has none. Without `by` of the rows: those of the whole. */
  rows?: string;
  name?: string;
}

/** The rows of the whole, not of one key. */
export const ALL_ROWS = '*';

const PERIOD = /^20\d{2}(-(0[1-9]|1[0-2]))?$/;
const text = (value: unknown): string | undefined => (typeof value === 'string' || typeof value === 'number' ? String(value) : undefined);

export function readIndicatorSearch(raw: Record<string, unknown>): IndicatorSearch {
  const code = codes.find((one) => one === raw['code']);
  const by = layouts.find((one) => one === raw['by']);
  const [period, rows, name] = [text(raw['period']), text(raw['rows']), text(raw['name'])];
  return {
    ...(period && PERIOD.test(period) ? { period } : {}),
    ...(code ? { code } : {}),
    ...(by ? { by } : {}),
    ...(rows !== undefined ? { rows } : {}),
    ...(name ? { name } : {}),
  };
}
