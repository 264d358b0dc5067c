/**
 * The value below which `share` (0 to 1) of the ascending `sorted` numbers lie, between two neighbours in proportion: what PostgreSQL's
 * `percentile_cont` gives. Throws a RangeError where there is none.
 */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new RangeError('a quantile of nothing');
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (high - low) * (place - below);
}
