import { displayOf, percent } from '#kernel';

/** Median and ninetieth percentile in seconds; null where too few clocks stand behind them (DOMAIN 5). */
export interface Spread {
  readonly median: number | null;
  readonly p90: number | null;
}

/** How long it took: contract time, and what the user really waited. */
export interface Times {
  /** Clocks that were decided in the month. */
  readonly decided: number;
  /** Those of them whose time is known: they have come to their stop. */
  readonly n: number;
  readonly worked: Spread;
  readonly waited: Spread;
}

/** A part of a sum, such as the pauses of one reason. */
export interface Part {
  readonly key: string;
  readonly name: string;
  readonly seconds: number;
  /** Of the whole, in percent; null where the whole is nothing or stands on too few clocks. */
  readonly share: number | null;
  readonly clocks: number;
}

/** A median needs five clocks, a ninetieth percentile ten: below that it would be one clock's time. */
export function spreadOf(values: readonly [number, number] | null, n: number): Spread {
  const display = displayOf(n, 'counts');
  const share = display === 'small' || display === 'full';
  return { median: values && n >= 5 ? Math.round(values[0]) : null, p90: values && share ? Math.round(values[1]) : null };
}

/** A share of time in percent, one decimal; null where it stands on fewer than ten clocks. */
export function shareOf(seconds: number, whole: number, clocks: number): number | null {
  const display = displayOf(clocks, 'counts');
  return whole > 0 && (display === 'small' || display === 'full') ? percent(seconds / whole) : null;
}
