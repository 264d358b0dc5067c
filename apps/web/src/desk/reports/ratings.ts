import type { Figure } from '../data/types';

/** How the ratings of a figure are spread over the three answers. */
export interface Spread {
  bad: number;
  satisfactory: number;
  good: number;
  all: number;
}

/** One of a figure's further numbers; null where it is hidden with the figure. */
export const extraOf = ({ extra }: Pick<Figure, 'extra'>, name: string): number | null => count(extra[name]);

const count = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** The spread of a figure's ratings, or null where it is hidden with the figure. */
export function spreadOf({ display, extra }: Figure): Spread | null {
  const [all, satisfied, good] = [count(extra['ratings']), count(extra['satisfiedRatings']), count(extra['goodRatings'])];
  if (display === 'hidden' || all === null || satisfied === null || good === null || all === 0) return null;
  return { bad: all - satisfied, satisfactory: satisfied - good, good, all };
}

/** The three shares in whole percent that add up to 100 (largest remainder). */
export function sharesOf({ bad, satisfactory, good, all }: Spread): Record<'bad' | 'satisfactory' | 'good', number> {
  const exact = [bad, satisfactory, good].map((part) => (100 * part) / all);
  const whole = exact.map(Math.floor);
  const order = [0, 1, 2].sort((a, b) => (exact[b] ?? 0) - (whole[b] ?? 0) - ((exact[a] ?? 0) - (whole[a] ?? 0)));
  const missing = 100 - whole.reduce((sum, part) => sum + part, 0);
  for (const index of order.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return { bad: whole[0] ?? 0, satisfactory: whole[1] ?? 0, good: whole[2] ?? 0 };
}
