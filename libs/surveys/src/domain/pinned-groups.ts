import { percent } from '#kernel';
import { type GroupTally, weightedPart, weightedShare, type WeightedSums } from './weighted-share.js';

/** How many other hidden institutions may answer differently in a world that looks the same. More is only slower. */
const OTHERS = 3;
/** After so many worlds without one that looks the same, a group counts as given away. */
const WORLDS_MAX = 400_000;

interface Sums {
  readonly n: number;
  readonly satisfied: number;
  readonly equal: WeightedSums;
  readonly users: WeightedSums;
}

const NOTHING: Sums = { n: 0, satisfied: 0, equal: { weight: 0, shares: 0, spread: 0 }, users: { weight: 0, shares: 0, spread: 0 } };

/**
 * Which of the hidden groups under `least` a reader with a computer could work out all the same: the headline, the same by users and the
 * total are each a sum over all institutions, and together they may leave only one way in which the hidden ones can have answered. The
 * reader is taken to know everything that is printed, how many answered in each institution of `least` or more, how many in the smaller
 * ones together, and the number of users of each. Answers places in `groups`.
 */
export function pinnedGroups(groups: readonly GroupTally[], hidden: ReadonlySet<number>, least: number): number[] {
  const small = [...hidden].filter((at) => groups[at]!.n < least);
  return small.filter((at) => !hasAnotherWorld(groups, at, hidden, least));
}

/** Could the group at this place have another share, with everything printed as it is? */
function hasAnotherWorld(groups: readonly GroupTally[], at: number, hidden: ReadonlySet<number>, least: number): boolean {
  const all = groups.map(sumsOf).reduce((sum, part) => plus(sum, part), NOTHING);
  const others = [...hidden].filter((other) => other !== at);
  let left = WORLDS_MAX;
  /** `sums` hold every group but those from `next` on that are still to be given back what they took. */
  const search = (sums: Sums, from: number, changes: number): boolean => {
    if (sums.n === all.n && sums.satisfied === all.satisfied && lookAlike(sums, all)) return true;
    if (changes === 0) return false;
    return others.slice(from).some((place, step) => {
      const group = groups[place]!;
      const without = plus(sums, sumsOf(group), -1);
      return (changes === 1 ? theOneThatFits(without, all, group, least) : variants(group, least)).some(
        (variant) => left-- > 0 && search(plus(without, sumsOf(variant)), from + step + 1, changes - 1),
      );
    });
  };
  const group = groups[at]!;
  return variants(group, least)
    .filter(({ n, satisfied }) => satisfied * group.n !== group.satisfied * n)
    .some((variant) => search(plus(plus(all, sumsOf(group), -1), sumsOf(variant)), 0, OTHERS));
}

/** The other ways in which a hidden group may have answered, as far as a reader knows. */
function variants(group: GroupTally, least: number): GroupTally[] {
  const sizes = group.n < least ? Array.from({ length: least - 1 }, (_, at) => at + 1) : [group.n];
  return sizes
    .flatMap((n) => Array.from({ length: n + 1 }, (_, satisfied) => ({ ...group, n, satisfied })))
    .filter(({ n, satisfied }) => n !== group.n || satisfied !== group.satisfied);
}

/** The only way for the last group to make the total come out. */
function theOneThatFits(without: Sums, all: Sums, group: GroupTally, least: number): GroupTally[] {
  const n = all.n - without.n;
  const satisfied = all.satisfied - without.satisfied;
  const fits = group.n < least ? n >= 1 && n < least : n === group.n;
  return fits && satisfied >= 0 && satisfied <= n ? [{ ...group, n, satisfied }] : [];
}

function sumsOf(group: GroupTally): Sums {
  if (group.n === 0) return NOTHING;
  return { n: group.n, satisfied: group.satisfied, equal: weightedPart(group, 1), users: weightedPart(group, group.users) };
}

function plus(a: Sums, b: Sums, sign: 1 | -1 = 1): Sums {
  const weighted = (x: WeightedSums, y: WeightedSums): WeightedSums => ({
    weight: x.weight + sign * y.weight,
    shares: x.shares + sign * y.shares,
    spread: x.spread + sign * y.spread,
  });
  return {
    n: a.n + sign * b.n,
    satisfied: a.satisfied + sign * b.satisfied,
    equal: weighted(a.equal, b.equal),
    users: weighted(a.users, b.users),
  };
}

/** Would both headlines be printed alike, in every digit? */
function lookAlike(a: Sums, b: Sums): boolean {
  return printAlike(a.equal, b.equal) && printAlike(a.users, b.users);
}

function printAlike(a: WeightedSums, b: WeightedSums): boolean {
  // The cheap half of the question first: most worlds differ in it.
  if (Math.abs(a.shares / a.weight - b.shares / b.weight) > 0.001) return false;
  const [x, y] = [weightedShare(a), weightedShare(b)];
  if (!x || !y) return x === y;
  const same = (of: 'value' | 'low' | 'high'): boolean => percent(x[of]) === percent(y[of]);
  return same('value') && same('low') && same('high') && x.nEff.toFixed(1) === y.nEff.toFixed(1);
}
