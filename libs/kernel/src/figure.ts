import { percent, type Share, wilsonInterval } from './wilson-interval.js';

/** What a figure is of: opinions of people are hidden where few gave them, other counts are shown as counts. */
export type FigureNature = 'opinions' | 'counts';

export type Display = 'full' | 'small' | 'counts' | 'hidden' | 'none';

export type Status = 'reached' | 'safely_reached' | 'not_reached_within_error' | 'not_reached';

/** Extra numbers beside a figure, by name; null where they are hidden with it or where there is no share. */
export type Extra = Readonly<Record<string, number | null>>;

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
  readonly extra: Extra;
}

/** A share before it is decided what may be shown of it. */
export interface Tally {
  readonly numerator: number;
  readonly denominator: number;
  readonly extra: Extra;
}

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

/** Compares unrounded; `target` in percent. Higher is better. Null where there is no share or no target. */
export function statusOf(share: Share | undefined, target: number | null): Status | null {
  if (!share || target === null) return null;
  if (share.low * 100 >= target) return 'safely_reached';
  // The last bits of a quotient do not decide: 17 of 20 is 85 %.
  if (share.value * 100 >= target - 1e-9) return 'reached';
  return share.high * 100 >= target ? 'not_reached_within_error' : 'not_reached';
}

/** The figure as it may be shown by itself; a breakdown goes on to `hiddenParts`. */
export function figureOf(tally: Tally, nature: FigureNature, target: number | null): Figure {
  const { numerator, denominator } = tally;
  const display = displayOf(denominator, nature);
  if (display === 'hidden') return hidden(tally);
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
    status: withShare ? statusOf(share, target) : null,
    extra: withShare ? tally.extra : withoutShares(tally.extra),
  };
}

/** The figure of a group of people too small to be shown: nothing of it but that it is hidden. */
export function hidden(tally: Tally): Figure {
  const extra = Object.fromEntries(Object.keys(tally.extra).map((name) => [name, null]));
  return { numerator: null, denominator: null, n: null, value: null, low: null, high: null, display: 'hidden', status: null, extra };
}

function withoutShares(extra: Extra): Extra {
  return Object.fromEntries(Object.entries(extra).map(([name, value]) => [name, name.endsWith('Share') ? null : value]));
}
