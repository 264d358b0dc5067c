import { type Share, wilsonInterval } from '#kernel';

/** What the people of one institution said to one question. */
export interface GroupTally {
  readonly institutionId: string;
  /** All its users in the frame of the campaign, whether they were asked or not. */
  readonly users: number;
  /** Those who answered and could judge. */
  readonly n: number;
  readonly satisfied: number;
}

/** A weighted share with the size of a plain sample that would be as sure. */
export interface WeightedShare extends Share {
  readonly nEff: number;
}

/**
 * The headline, every responding institution with the same weight (DOMAIN 6, A): the mean of their shares, effective n = K²/Σ(1/n_i),
 * Wilson interval with it. Undefined where nobody could judge.
 */
export function institutionEqual(groups: readonly GroupTally[]): WeightedShare | undefined {
  return weighted(groups, () => 1);
}

/** The same by users (DOMAIN 6, B): ΣN_i p_i/ΣN_i, effective n = N²/Σ(N_i²/n_i). Institutions that did not respond are not made up for. */
export function byUsers(groups: readonly GroupTally[]): WeightedShare | undefined {
  return weighted(groups, ({ users }) => users);
}

/** All answers together, without weights. */
export function unweighted(groups: readonly GroupTally[]): Share | undefined {
  return wilsonInterval(
    groups.reduce((sum, { satisfied }) => sum + satisfied, 0),
    groups.reduce((sum, { n }) => sum + n, 0),
  );
}

/** The sums that a weighted share is made of. */
export interface WeightedSums {
  readonly weight: number;
  readonly shares: number;
  readonly spread: number;
}

/** What one institution adds to the sums. */
export function weightedPart({ n, satisfied }: Pick<GroupTally, 'n' | 'satisfied'>, weight: number): WeightedSums {
  return { weight, shares: (weight * satisfied) / n, spread: (weight * weight) / n };
}

/** The share of sums over institutions. */
export function weightedShare({ weight, shares, spread }: WeightedSums): WeightedShare | undefined {
  if (weight === 0) return undefined;
  const nEff = (weight * weight) / spread;
  // Shares of 1 may add up to a last bit more than their weights.
  const share = wilsonInterval(Math.min(1, shares / weight) * nEff, nEff);
  return share && { ...share, nEff };
}

function weighted(groups: readonly GroupTally[], weightOf: (group: GroupTally) => number): WeightedShare | undefined {
  const parts = groups.filter(({ n }) => n > 0).map((group) => weightedPart(group, weightOf(group)));
  return weightedShare({
    weight: parts.reduce((sum, part) => sum + part.weight, 0),
    shares: parts.reduce((sum, part) => sum + part.shares, 0),
    spread: parts.reduce((sum, part) => sum + part.spread, 0),
  });
}
