import { type Display, percent, type Status, statusOf } from '#kernel';
import type { Headline } from '../domain/campaign-figures.js';

/** A headline as it is printed, in percent; no share where too few answered. */
export interface PrintedHeadline {
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly nEff: number;
  readonly display: Display;
  readonly status: Status | null;
}

/** Rounds for printing; the status is decided before. */
export function printed(headline: Headline | null, target: number | null): PrintedHeadline | null {
  if (!headline) return null;
  const withShare = headline.display !== 'counts';
  return {
    value: withShare ? percent(headline.value) : null,
    low: percent(headline.low),
    high: percent(headline.high),
    nEff: Math.round(headline.nEff * 10) / 10,
    display: headline.display,
    status: withShare ? statusOf(headline, target) : null,
  };
}

/** What weighting by users changes, as printed: higher where large institutions are more satisfied than small ones. */
export function differenceOf(equal: Headline | null, byUsers: Headline | null): 'higher' | 'lower' | 'same' | null {
  if (!equal || !byUsers) return null;
  const [a, b] = [percent(equal.value), percent(byUsers.value)];
  return a === b ? 'same' : b > a ? 'higher' : 'lower';
}
