import { type Better, DomainError, type FigureNature } from '#kernel';

/** The indicators of DOMAIN section 5 that are counted from the events of tickets, and what is watched of changes beside them. */
export const KPI_CODES = [
  ...(['KPI-02', 'KPI-04', 'KPI-05', 'KPI-06', 'KPI-07', 'KPI-08', 'KPI-09', 'KPI-10', 'KPI-11'] as const),
  ...(['CHG-LEAD', 'CHG-CONFLICT', 'CHG-INCIDENT'] as const),
] as const;

export type KpiCode = (typeof KPI_CODES)[number];

/** Satisfied clients are measured by a survey (DOMAIN 6), not counted from events; beside the others they stand as one more indicator. */
export const CLIENTS_CODE = 'KPI-01';

export type IndicatorCode = KpiCode | typeof CLIENTS_CODE;

export const DIMENSIONS = ['kind', 'institution', 'service', 'group', 'priority'] as const;

/** What a figure may be broken down by. */
export type Dimension = (typeof DIMENSIONS)[number];

/** The column of a dimension, in facts and cells alike. */
export const DIMENSION_COLUMNS: Readonly<Record<Dimension, string>> = {
  kind: 'kind',
  institution: 'institution_id',
  service: 'service_id',
  group: 'group_id',
  priority: 'priority',
};

export const CALENDAR_PARTS = ['day', 'month'] as const;

/** What a figure is laid out by: a dimension, or the days and months of Europe/Riga. */
export const LAYOUTS = [...DIMENSIONS, ...CALENDAR_PARTS] as const;

export type Layout = (typeof LAYOUTS)[number];

/** What the value of an indicator is: a share in percent, a length in seconds of contract time or (elapsed) of the wall clock, an age in calendar days. */
export type Unit = 'percent' | 'seconds' | 'elapsed' | 'days';

interface Kpi {
  readonly nature: FigureNature;
  readonly unit: Unit;
  /** Which way is good. */
  readonly better: Better;
  readonly dimensions: readonly Dimension[];
}

const PLACES = ['institution', 'service', 'group'] as const;

export const KPIS: Readonly<Record<KpiCode, Kpi>> = {
  'KPI-02': { nature: 'opinions', unit: 'percent', better: 'higher', dimensions: PLACES },
  'KPI-04': { nature: 'counts', unit: 'percent', better: 'higher', dimensions: PLACES },
  'KPI-05': { nature: 'counts', unit: 'seconds', better: 'lower', dimensions: [...PLACES, 'priority'] },
  'KPI-06': { nature: 'counts', unit: 'seconds', better: 'lower', dimensions: [...PLACES, 'priority'] },
  'KPI-07': { nature: 'counts', unit: 'days', better: 'lower', dimensions: [...PLACES, 'priority'] },
  'KPI-08': { nature: 'counts', unit: 'percent', better: 'lower', dimensions: PLACES },
  'KPI-09': { nature: 'counts', unit: 'percent', better: 'higher', dimensions: DIMENSIONS },
  'KPI-10': { nature: 'counts', unit: 'percent', better: 'higher', dimensions: ['kind', ...PLACES] },
  'KPI-11': { nature: 'counts', unit: 'percent', better: 'lower', dimensions: PLACES },
  'CHG-LEAD': { nature: 'counts', unit: 'elapsed', better: 'lower', dimensions: ['kind', ...PLACES] },
  'CHG-CONFLICT': { nature: 'counts', unit: 'percent', better: 'lower', dimensions: ['kind', ...PLACES] },
  'CHG-INCIDENT': { nature: 'counts', unit: 'percent', better: 'lower', dimensions: ['kind', ...PLACES] },
};

/** Throws `kpis.kpi.not-found` (404) for an indicator that is not computed. */
export function readCode(text: string): KpiCode {
  const code = KPI_CODES.find((known) => known === text);
  if (!code) throw new DomainError('kpis.kpi.not-found', {}, 'not-found');
  return code;
}

/** Throws `kpis.dimension-unknown` where the indicator is not broken down so; days and months every indicator has. */
export function requireLayout(code: KpiCode, by: Layout): void {
  if (!isCalendarPart(by) && !KPIS[code].dimensions.includes(by))
    throw new DomainError('kpis.dimension-unknown', { code, by }, 'invalid', [{ pointer: '/by', code: 'kpis.dimension-unknown' }]);
}

export function isCalendarPart(by: Layout): by is (typeof CALENDAR_PARTS)[number] {
  return CALENDAR_PARTS.some((part) => part === by);
}
