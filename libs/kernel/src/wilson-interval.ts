/** A share with its 95 % Wilson score interval; all three between 0 and 1. */
export interface Share {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.96;

/**
 * The Wilson score interval of `hits` out of `n` (DOMAIN section 5, z = 1.96: 170 of 200 is 85.0 [79.4; 89.3]).
 * `n` may be an effective, fractional number. Undefined where n is 0: there is no share then.
 * Throws a RangeError unless 0 <= hits <= n.
 */
export function wilsonInterval(hits: number, n: number): Share | undefined {
  if (!(hits >= 0 && hits <= n)) throw new RangeError(`${hits} of ${n}`);
  if (n === 0) return undefined;
  const p = hits / n;
  const z2 = Z * Z;
  const middle = (p + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
  return { value: p, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** A share as percent with one decimal, half up, as it is printed (`0.85` is 85.0). */
export function percent(share: number): number {
  return Math.floor(share * 1000 + 0.5 + 1e-9) / 10;
}
