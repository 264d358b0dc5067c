import { percent, type Share, wilsonInterval } from './wilson-interval.js';

/** What a figure is of: opinions of people are hidden where few gave them, other counts are shown as counts. */
export type FigureNature = 'opinions' | 'counts';

export type Display = 'full' | 'small' | 'counts' | 'hidden' | 'none';

export type Status = 'reached' | 'safely_reached' | 'not_reached_within_error' | 'not_reached';

/** Extra numbers beside a figure, by name; null where they are hidden with it or where there is no share. */
export type Extra = Readonly<Record<string, number | null>>;

/** How lengths lie: median, ninetieth percentile and mean, in the unit of the indicator. */
export interface FigureSpread {
  readonly median: number | null;
  readonly p90: number | null;
  readonly mean: number | null;
}

/** A share as it may be shown: DOMAIN section 5 decides how much of it. Percentages have one decimal. */
export interface Figure {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly n: number | null;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly display: Display;
  readonly status: Status | null;
  /** Of a figure that is no share: its lengths; then there is no value, interval or status. */
  readonly spread?: FigureSpread | undefined;
  readonly extra: Extra;
}

/** A figure before it is decided what may be shown of it. */
export interface Tally {
  readonly numerator: number;
  readonly denominator: number;
  readonly extra: Extra;
  /** Present where the figure is no share; then numerator and denominator both count the rows. */
  readonly spread?: FigureSpread | undefined;
}

/** Which way of a figure is good. */
export type Better = 'higher' | 'lower';

/** Opinions of fewer people than these are never shown. */
export const HIDDEN_BELOW = 5;
const SHARE_FROM = 10;
const FULL_FROM = 30;

/** How much of a share of `n` may be shown (DOMAIN 5, "small numbers, everywhere"). `n` may be an effective, fractional number. */
export function displayOf(n: number, nature: FigureNature): Display {
  if (n === 0) return 'none';
  if (n < HIDDEN_BELOW) return nature === 'opinions' ? 'hidden' : 'counts';
  if (n < SHARE_FROM) return 'counts';
  return n < FULL_FROM ? 'small' : 'full';
}

/**
 * Compares unrounded; `target` in percent. Where lower is better everything is mirrored: safe is an upper bound below the target. Null where
 * there is no share or no target.
 */
export function statusOf(share: Share | undefined, target: number | null, better: Better = 'higher'): Status | null {
  if (!share || target === null) return null;
  if (better === 'lower') return statusOf({ value: 1 - share.value, low: 1 - share.high, high: 1 - share.low }, 100 - target);
  if (share.low * 100 >= target) return 'safely_reached';
  // The last bits of a quotient do not decide: 17 of 20 is 85 %.
  if (share.value * 100 >= target - 1e-9) return 'reached';
  return share.high * 100 >= target ? 'not_reached_within_error' : 'not_reached';
}

/** The figure as it may be shown by itself; a breakdown goes on to `hiddenParts`. */
export function figureOf(tally: Tally, nature: FigureNature, target: number | null, better: Better = 'higher'): Figure {
  const { numerator, denominator, spread } = tally;
  const display = displayOf(denominator, nature);
  if (display === 'hidden') return hidden(tally);
  if (spread)
    return { ...NOTHING, numerator, denominator, n: denominator, display, spread: shownSpread(spread, denominator), extra: tally.extra };
  const share = wilsonInterval(numerator, denominator);
  const withShare = display === 'small' || display === 'full';
  const withInterval = share !== undefined && denominator >= HIDDEN_BELOW;
  return {
    numerator,
    denominator,
    n: denominator,
    value: share && withShare ? percent(share.value) : null,
    low: withInterval ? percent(share.low) : null,
    high: withInterval ? percent(share.high) : null,
    display,
    status: withShare ? statusOf(share, target, better) : null,
    extra: withShare ? tally.extra : withoutShares(tally.extra),
  };
}

/** The figure of a group of people too small to be shown: nothing of it but that it is hidden. */
export function hidden(of: Tally | Figure): Figure {
  const extra = Object.fromEntries(Object.keys(of.extra).map((name) => [name, null]));
  return { ...NOTHING, display: 'hidden', extra };
}

const NOTHING = { numerator: null, denominator: null, n: null, value: null, low: null, high: null, status: null } as const;

/** A median and a mean need five rows, a ninetieth percentile ten: below that it would be one row's. */
function shownSpread({ median, p90, mean }: FigureSpread, n: number): FigureSpread {
  const five = n >= HIDDEN_BELOW;
  return { median: five ? median : null, p90: n >= SHARE_FROM ? p90 : null, mean: five ? mean : null };
}

function withoutShares(extra: Extra): Extra {
  return Object.fromEntries(Object.entries(extra).map(([name, value]) => [name, name.endsWith('Share') ? null : value]));
}
