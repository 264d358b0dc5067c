import { type Display, displayOf, type Figure, figureOf, hiddenParts, percent } from '#kernel';
import { type Item, type ItemTally, satisfiedOf } from './tally-answers.js';

/** One value of an item: how many gave it, and their share in percent where shares may be shown. */
export interface ValueFigure {
  readonly value: string;
  readonly count: number;
  readonly share: number | null;
}

/** The answers to one item as they may be shown; where they are hidden, nothing of them but that they are. */
export interface ItemFigure {
  readonly item: string;
  readonly display: Display;
  readonly n: number | null;
  readonly cannotJudge: number | null;
  readonly values: readonly ValueFigure[];
  /** The top two points of a scale; null for what has no scale. */
  readonly satisfied: Figure | null;
}

/** The answers of enough people, in numbers. `least` is the campaign's smallest group. */
export function itemFigure(item: Item, tally: ItemTally, least: number): ItemFigure {
  const { n, cannotJudge, counts } = tally;
  if (n > 0 && n < least) return hiddenItem(item);
  const display = displayOf(n, 'opinions');
  const withShares = display === 'small' || display === 'full';
  const satisfied = satisfiedOf(item, tally);
  return {
    item: item.key,
    display,
    n,
    cannotJudge,
    values: item.values.map((value, at) => ({
      value,
      count: counts[at] ?? 0,
      share: withShares ? percent((counts[at] ?? 0) / n) : null,
    })),
    satisfied: satisfied === null ? null : figureOf({ numerator: satisfied, denominator: n, extra: {} }, 'opinions', null),
  };
}

/** What is left of an item that must not be shown. */
export function hiddenItem(item: Item): ItemFigure {
  return { item: item.key, display: 'hidden', n: null, cannotJudge: null, values: [], satisfied: null };
}

/**
 * Which groups' answers to an item are not shown: those of fewer than `least`, those that are hidden in any case, and with them the next
 * smallest, until what subtraction gives is of two groups, of `least` people, and not of one mind: if all the hidden ones said the same,
 * each of them did. Answers places in `tallies`.
 */
export function hiddenGroups(
  item: Item,
  tallies: readonly ItemTally[],
  least: number,
  always: ReadonlySet<number> = new Set(),
): ReadonlySet<number> {
  const sizes = tallies.map(({ n }) => n);
  const hidden = hiddenParts(sizes, least, always);
  const shown = sizes.flatMap((n, at) => (n > 0 && !hidden.has(at) ? [at] : [])).sort((a, b) => sizes[a]! - sizes[b]! || a - b);
  const together = (): ItemTally => sumOf([...hidden].map((at) => tallies[at]!));
  while (hidden.size > 0 && shown.length > 0 && isOfOneMind(item, together())) hidden.add(shown.shift()!);
  return hidden;
}

/** The answers of several groups together. */
export function sumOf(tallies: readonly ItemTally[]): ItemTally {
  return {
    n: tallies.reduce((sum, tally) => sum + tally.n, 0),
    cannotJudge: tallies.reduce((sum, tally) => sum + tally.cannotJudge, 0),
    counts: (tallies[0]?.counts ?? []).map((_, at) => tallies.reduce((sum, tally) => sum + (tally.counts[at] ?? 0), 0)),
  };
}

/** Did all of them choose the same value, or were all satisfied, or none? */
function isOfOneMind(item: Item, tally: ItemTally): boolean {
  const satisfied = satisfiedOf(item, tally);
  return tally.n > 0 && (tally.counts.some((count) => count === tally.n) || satisfied === 0 || satisfied === tally.n);
}
