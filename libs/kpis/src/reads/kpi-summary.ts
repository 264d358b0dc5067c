import type { Better, Figure, Instant } from '#kernel';
import type { IndicatorCode, Layout, Unit } from '../domain/kpi.js';
import type { EditionView } from './edition-views.js';
import type { KeyedFigure, TrendPoint } from './figures.js';

/** An indicator in a period, and its way there. */
export interface KpiSummary {
  readonly code: IndicatorCode;
  readonly name: string;
  readonly unit: Unit;
  readonly better: Better;
  /** What it may be laid out by. */
  readonly layouts: readonly Layout[];
  readonly period: string;
  readonly definitionVersion: number;
  readonly target: number | null;
  readonly overall: Figure;
  readonly trend: readonly TrendPoint[];
  /** Everything that happened before this instant is counted; for a frozen month, what was known until then. */
  readonly asOf: Instant;
  /** KPI-01: the second headline, every institution by its users. */
  readonly byUsers: Figure | null;
  /** KPI-01: where the value comes from, if it was measured before go-live. */
  readonly source: string | null;
  /** KPI-01: the campaign that measured it. */
  readonly campaignId: string | null;
}

/** The same with its breakdown, and what was frozen of it. */
export interface KpiPage extends KpiSummary {
  readonly rows: readonly KeyedFigure[];
  /** Of a month: its freeze and what replaced it, latest first; empty while it is alive, and for a year. */
  readonly editions: readonly EditionView[];
}

/** What only a survey gives. */
export const NOT_SURVEYED = { byUsers: null, source: null, campaignId: null } as const;
