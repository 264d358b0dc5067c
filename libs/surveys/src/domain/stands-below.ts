import type { Figure } from '#kernel';

type Interval = Pick<Figure, 'low' | 'high'>;

/** Is this share lower than the other beyond what chance explains: do their intervals have nothing in common? Else there is no ranking. */
export function standsBelow(one: Interval | null, other: Interval | null): boolean {
  return one?.high != null && other?.low != null && one.high < other.low;
}
