import { DomainError, type Instant } from '#kernel';
import { changeableUntil, type Rating, rateUntil } from './rating.js';

/** What the rules must know of a ticket. */
export interface RatedTicket {
  readonly requesterId: string;
  readonly affectedUserId: string;
  readonly state: string;
  readonly resolvedAt: Instant | null;
  readonly resolverId: string | null;
  readonly reopenCount: number;
}

/** Who wants to rate, and what he is to the work. */
export interface Rater {
  readonly id: string;
  /** Is he a member of the group that resolved the ticket? */
  readonly inResolverGroup: boolean;
}

export type Refusal = 'not-the-requester' | 'own-work' | 'not-resolved' | 'window-closed' | 'already-rated' | 'change-window-closed';

const FORBIDDEN: ReadonlySet<Refusal> = new Set(['not-the-requester', 'own-work']);

/** States in which a resolution stands. */
const RESOLVED_STATES: ReadonlySet<string> = new Set(['resolved', 'closed']);

/** The cycle that a rating given now belongs to: each reopening begins another. */
export function cycleOf(ticket: Pick<RatedTicket, 'reopenCount'>): number {
  return ticket.reopenCount + 1;
}

/**
 * Why this person may not give or change a rating at this instant, or undefined where he may (DOMAIN 2.2, 5, 6, 9): the
 * requester, or the affected user where a colleague filed for him; never of his own or his group's work; within 30 days of the
 * resolution, changed within 72 hours. `existing` is the rating of the current cycle: one for a ticket, whoever of the two gave it.
 */
export function refusalOf(ticket: RatedTicket, rater: Rater, existing: Rating | undefined, at: Instant): Refusal | undefined {
  if (rater.id !== ticket.requesterId && rater.id !== ticket.affectedUserId) return 'not-the-requester';
  if (rater.id === ticket.resolverId || rater.inResolverGroup) return 'own-work';
  if (!RESOLVED_STATES.has(ticket.state) || ticket.resolvedAt === null) return 'not-resolved';
  if (existing && existing.raterId !== rater.id) return 'already-rated';
  if (existing) return at < changeableUntil(existing) ? undefined : 'change-window-closed';
  return at < rateUntil(ticket.resolvedAt) ? undefined : 'window-closed';
}

/** Throws `ratings.<refusal>`: forbidden where it is about the person, a broken rule where it is about the moment. */
export function requireMayRate(ticket: RatedTicket, rater: Rater, existing: Rating | undefined, at: Instant): void {
  const refusal = refusalOf(ticket, rater, existing, at);
  if (refusal)
    throw new DomainError(
      `ratings.${refusal}`,
      {},
      FORBIDDEN.has(refusal) ? 'forbidden' : refusal === 'already-rated' ? 'conflict' : 'rule-broken',
    );
}
