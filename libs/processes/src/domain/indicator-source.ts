import { type Instant, wilsonInterval } from '#kernel';

/** What the value of an indicator is: a share in percent, or a number of things. */
export type IndicatorUnit = 'percent' | 'count';

/** The year that is measured, in Riga. */
export interface MeasuredPeriod {
  readonly year: number;
  /** Its first instant, and the first one after it. */
  readonly from: Instant;
  readonly to: Instant;
  /** What is counted as of a day is counted at this instant: the last one of the period, or now while it lasts. */
  readonly asOf: Instant;
}

/** What was measured. */
export interface IndicatorReading {
  /** In the unit of the indicator, unrounded; null where there are too few for a share (DOMAIN 5, small numbers). */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Out of how many; null where even that stays hidden. */
  readonly n: number | null;
  /** 95 %, in the unit of the indicator, unrounded; null for a full count. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** The size that the interval stands on, where it is not `n` (KPI-01: institutions of unlike size). */
  readonly effectiveN?: number | null;
  /** Everything until then is counted. */
  readonly dataAt: Instant;
  /** Address in the web app at which the very rows open; null where there are none to open. */
  readonly rowsPath: string | null;
  /** Where the value comes from, if it was measured before go-live. */
  readonly source?: string | null;
  /** Of the definition by which it was counted, where definitions are kept. */
  readonly definitionVersion?: number | null;
}

type Origin = Pick<IndicatorReading, 'dataAt' | 'rowsPath'>;

/** A share with its Wilson interval, as much of it as small numbers allow (DOMAIN 5): of 5 to 9 the interval alone, of fewer the counts. */
export function shareReading(numerator: number, denominator: number, origin: Origin): IndicatorReading {
  const share = wilsonInterval(numerator, denominator);
  return {
    ...{ numerator, denominator, n: denominator },
    value: share && denominator >= SHARE_FROM ? share.value * 100 : null,
    interval: share && denominator >= INTERVAL_FROM ? { low: share.low * 100, high: share.high * 100 } : null,
    ...origin,
  };
}

/** A full count: nothing was sampled, so there is no interval. */
export function countReading(count: number, origin: Origin): IndicatorReading {
  return { value: count, numerator: null, denominator: null, n: count, interval: null, ...origin };
}

const SHARE_FROM = 10;
const INTERVAL_FROM = 5;
