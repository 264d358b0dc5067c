import type { Better, Instant } from '#kernel';
import type { IndicatorUnit } from './indicator-source.js';

/** A text in both languages of the product. */
export interface Bilingual {
  readonly lv: string;
  readonly en: string;
}

export interface Scorecard {
  readonly id: string;
  readonly name: Bilingual;
  /** The document that sets the goals. */
  readonly source: string;
  readonly firstYear: number;
  readonly lastYear: number;
}

/** A top goal, or with a parent a goal under it. */
export interface Goal {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: Bilingual;
}

interface IndicatorCommon {
  readonly id: string;
  readonly goalId: string;
  /** Within the scorecard, as its template calls it. */
  readonly code: string;
  readonly name: Bilingual;
  readonly note: Bilingual;
  readonly tasks: readonly Bilingual[];
}

/** Something counted or measured, against a target for each year. */
export interface NumericIndicator extends IndicatorCommon {
  readonly kind: 'numeric';
  readonly unit: IndicatorUnit;
  readonly better: Better;
  /** The code of whoever at the desk measures it; null where values are only entered. */
  readonly sourceCode: string | null;
  readonly baseline: number | null;
}

/** Something done by the end of a year. */
export interface Milestone extends IndicatorCommon {
  readonly kind: 'milestone';
  readonly dueYear: number;
}

export type Indicator = NumericIndicator | Milestone;

/** What is to be reached in a year; targets are only ever added, the last one of a year stands. */
export interface Target {
  readonly indicatorId: string;
  readonly year: number;
  readonly value: number;
  readonly source: string;
  readonly setById: string | null;
  readonly setAt: Instant;
}

/** Where a value of the scorecard comes from: measured by the desk, from before go-live, or entered with evidence. */
export const ORIGINS = ['desk', 'imported', 'entered'] as const;

export type Origin = (typeof ORIGINS)[number];

/** How many years stand beside each other on the page. */
export const YEARS_SHOWN = 3;

/** The years that a page of a year shows, the earliest first. */
export function yearsShown(card: Scorecard, year: number): number[] {
  const from = Math.max(card.firstYear, year - YEARS_SHOWN + 1);
  return Array.from({ length: Math.min(YEARS_SHOWN, card.lastYear - from + 1) }, (_, at) => from + at);
}
