import { DomainError, type FigureNature } from '#kernel';

export const KPI_CODES = ['KPI-02', 'KPI-09'] as const;

export type KpiCode = (typeof KPI_CODES)[number];

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

interface Kpi {
  readonly nature: FigureNature;
  readonly dimensions: readonly Dimension[];
}

export const KPIS: Readonly<Record<KpiCode, Kpi>> = {
  'KPI-02': { nature: 'opinions', dimensions: ['institution', 'service', 'group'] },
  'KPI-09': { nature: 'counts', dimensions: DIMENSIONS },
};

/** Throws `kpis.kpi.not-found` (404) for an indicator that is not computed. */
export function readCode(text: string): KpiCode {
  const code = KPI_CODES.find((known) => known === text);
  if (!code) throw new DomainError('kpis.kpi.not-found', {}, 'not-found');
  return code;
}

/** Throws `kpis.dimension-unknown` where the indicator is not broken down so. */
export function requireDimension(code: KpiCode, by: Dimension): void {
  if (!KPIS[code].dimensions.includes(by))
    throw new DomainError('kpis.dimension-unknown', { code, by }, 'invalid', [{ pointer: '/by', code: 'kpis.dimension-unknown' }]);
}
