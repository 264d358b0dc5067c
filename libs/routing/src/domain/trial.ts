import type { Instant } from '#kernel';
import type { AskedFiling, AskedRule, RuleBook } from './rule-book.js';

/** The longest past that is looked at, and the most tickets of it. */
export const TRIAL_DAYS = 365;
export const TRIAL_TICKETS = 10_000;
/** So many tickets that ended elsewhere are kept of each rule, the newest. */
export const DIFFERING = 20;
/** The key of a rule that is not kept yet. */
export const DRAFT = 'draft';

/** A rule as it is tried: its id, or `draft`. */
export interface TrialRule extends AskedRule {
  readonly key: string;
  readonly title: string;
  readonly groupId: string | null;
}

/** A past ticket, and the group that resolved it; null while nobody has. */
export interface PastFiling extends AskedFiling {
  readonly id: string;
  readonly submittedAt: Instant;
  readonly endedGroupId: string | null;
}

/** Of tickets that have ended: how many, and in how many the group is the one that resolved them. */
export interface Agreement {
  ended: number;
  agreed: number;
}

export interface RuleSums extends Agreement {
  /** Tickets in which it counts: it holds, and no earlier one does. */
  first: number;
  /** Tickets in which it holds. */
  holds: number;
  /** By the key of the earlier rule that took them. */
  shadowedBy: Record<string, number>;
  /** Newest tickets that ended in another group. */
  differing: string[];
}

export interface TrialSums {
  tickets: number;
  routed: number;
  /** Where the service decides, as it does without rules. */
  without: Agreement;
  with: Agreement;
  byRule: Record<string, RuleSums>;
}

export function noSums(rules: readonly TrialRule[]): TrialSums {
  const none = (): Agreement => ({ ended: 0, agreed: 0 });
  const byRule = rules.map(({ key }): [string, RuleSums] => [key, { ...none(), first: 0, holds: 0, shadowedBy: {}, differing: [] }]);
  return { tickets: 0, routed: 0, without: none(), with: none(), byRule: Object.fromEntries(byRule) };
}

/** Counts one past ticket; `usualGroupId` is where it would go without rules. */
export function countFiling(sums: TrialSums, book: RuleBook<TrialRule>, filing: PastFiling, usualGroupId: string | null): void {
  const [counts, ...later] = book.all(filing);
  sums.tickets += 1;
  countAgreement(sums.without, filing, usualGroupId);
  countAgreement(sums.with, filing, counts?.groupId ?? usualGroupId);
  if (!counts) return;
  sums.routed += 1;
  countRule(sums.byRule[counts.key]!, filing, counts.groupId);
  for (const { key } of later) {
    const shadowed = sums.byRule[key]!;
    shadowed.holds += 1;
    shadowed.shadowedBy[counts.key] = (shadowed.shadowedBy[counts.key] ?? 0) + 1;
  }
}

function countRule(sums: RuleSums, filing: PastFiling, groupId: string | null): void {
  sums.holds += 1;
  sums.first += 1;
  if (groupId === null) return;
  const agrees = countAgreement(sums, filing, groupId);
  if (agrees === false && sums.differing.length < DIFFERING) sums.differing.push(filing.id);
}

/** Undefined where the ticket has not ended. */
function countAgreement(agreement: Agreement, { endedGroupId }: PastFiling, groupId: string | null): boolean | undefined {
  if (endedGroupId === null) return undefined;
  agreement.ended += 1;
  const agrees = endedGroupId === groupId;
  if (agrees) agreement.agreed += 1;
  return agrees;
}
