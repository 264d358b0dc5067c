import { type Display, displayOf, type Instant, type Status, statusOf, wilsonInterval } from '#kernel';
import type { IndicatorReading } from './indicator-source.js';
import type { Indicator, Milestone, NumericIndicator, Origin } from './scorecard.js';

/** What an indicator was or is in a year, unrounded and in its unit. */
export interface IndicatorValue {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly effectiveN: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly origin: Origin;
  /** The document that a value comes from which the desk did not measure. */
  readonly source: string | null;
  readonly rowsPath: string | null;
  readonly definitionVersion: number | null;
  /** When a milestone was reached, `YYYY-MM-DD`. */
  readonly achievedOn: string | null;
  readonly dataAt: Instant;
}

/** A value that the desk did not measure. */
export interface Measurement {
  readonly id: string;
  readonly indicatorId: string;
  readonly year: number;
  readonly origin: Exclude<Origin, 'desk'>;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly achievedOn: string | null;
  readonly source: string;
  readonly recordedById: string | null;
  readonly recordedAt: Instant;
}

const NOTHING = {
  ...{ value: null, numerator: null, denominator: null, n: null, effectiveN: null, low: null, high: null },
  ...{ source: null, rowsPath: null, definitionVersion: null, achievedOn: null },
} as const;

export function measuredValue(reading: IndicatorReading): IndicatorValue {
  const { value, numerator, denominator, n, interval, dataAt, rowsPath } = reading;
  return {
    ...{ value, numerator, denominator, n, rowsPath, dataAt },
    ...{ low: interval?.low ?? null, high: interval?.high ?? null, effectiveN: reading.effectiveN ?? null },
    ...{ definitionVersion: reading.definitionVersion ?? null, source: reading.source ?? null, achievedOn: null },
    // What a measurer took over from before go-live is marked as such here, too.
    origin: reading.source ? 'imported' : 'desk',
  };
}

/** A share that was given with its counts gets its interval; one without counts has none. */
export function recordedValue(indicator: Indicator, measurement: Measurement): IndicatorValue {
  const { origin, source, value, numerator, denominator, achievedOn, recordedAt } = measurement;
  const share =
    indicator.kind === 'numeric' && indicator.unit === 'percent' && numerator !== null && denominator !== null
      ? wilsonInterval(numerator, denominator)
      : undefined;
  const interval = share && { low: share.low * 100, high: share.high * 100 };
  return { ...NOTHING, origin, source, value, numerator, denominator, n: denominator, achievedOn, ...interval, dataAt: recordedAt };
}

/** How much of it may be said (DOMAIN 5, small numbers). */
export function displayOfValue(indicator: NumericIndicator, { value, n, effectiveN, numerator }: IndicatorValue): Display {
  if (indicator.unit === 'count') return value === null ? 'none' : 'full';
  if (n === null && value === null) return 'hidden';
  if (n === null) return 'full';
  // Opinions of a survey stand on their effective number, and keep their counts to themselves.
  if (effectiveN !== null) return value === null ? 'hidden' : effectiveN < 30 ? 'small' : 'full';
  return displayOf(n, numerator === null ? 'opinions' : 'counts');
}

/**
 * Against the target, compared unrounded (DOMAIN 5). A full count and a share without an interval are reached or not; only an interval can
 * make it safe, or leave it open. Null where there is no target, or too few to say.
 */
export function statusOfValue(indicator: NumericIndicator, value: IndicatorValue, target: number | null): Status | null {
  if (value.value === null || target === null) return null;
  const { low, high } = value;
  if (indicator.unit === 'percent' && low !== null && high !== null)
    return statusOf({ value: value.value / 100, low: low / 100, high: high / 100 }, target, indicator.better);
  const ahead = indicator.better === 'higher' ? value.value - target : target - value.value;
  return ahead >= -1e-9 ? 'reached' : 'not_reached';
}

/** Done by the end of its year, or not although the year is over; null while there is still time. `today` is a day in Riga. */
export function statusOfMilestone({ dueYear }: Milestone, value: IndicatorValue | null, year: number, today: string): Status | null {
  const achieved = value?.achievedOn ?? null;
  if (achieved !== null) return achieved <= `${dueYear}-12-31` ? 'reached' : 'not_reached';
  return year >= dueYear && today > `${dueYear}-12-31` ? 'not_reached' : null;
}

/** The target of a year: the one set for it, else that of the year before it that has one; null before the first. */
export function targetFor(targets: readonly { readonly year: number; readonly value: number }[], year: number): number | null {
  const past = targets.filter((target) => target.year <= year);
  return past.length === 0 ? null : past.reduce((last, target) => (target.year >= last.year ? target : last)).value;
}
