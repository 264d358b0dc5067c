import type { Instant } from '#kernel';

/**
 * What is promised: to the requester an answer and a solution; among ourselves each group's share of the time (OLA), and a supplier's;
 * and what the law asks after a security incident (DOMAIN 4.3(10), 4.5).
 */
export const CLOCK_KINDS = [
  'response',
  'resolution',
  'ola',
  'supplier',
  'statutory_warning',
  'statutory_notification',
  'statutory_final',
] as const;

export type ClockKind = (typeof CLOCK_KINDS)[number];

/** The promises to the requester: a ticket's own deadline and the headline figure know these alone. */
export const PROMISED_KINDS: readonly ClockKind[] = ['response', 'resolution'];

/** How much time, and on which version of which calendar it is counted. */
export interface Target {
  /** Id of the calendar's version. */
  readonly calendarId: string;
  readonly seconds: number;
}

/** How a change of the target while the clock runs is answered; a policy chooses. */
export type MidFlightRule = 'middle_of_three' | 'restart' | 'replay';

interface Step {
  readonly at: Instant;
  readonly reason: string | null;
  readonly actorId: string | null;
}

export interface Started extends Step {
  readonly type: 'started';
  readonly target: Target;
  /** Percentages, ascending, 100 last. */
  readonly thresholds: readonly number[];
}

export interface Retargeted extends Step {
  readonly type: 'retargeted';
  readonly target: Target;
  readonly rule: MidFlightRule;
  /** The requester asked for it: stricter promises may be forgotten (DOMAIN 4.3(7a)). */
  readonly requesterAsked: boolean;
}

/** The reason of a change that a new version of the calendar made. */
export const CALENDAR_CORRECTION = 'calendar_correction';

/** A second person confirms the latest relaxation. */
export interface RelaxationConfirmed extends Step {
  readonly type: 'relaxation_confirmed';
}

/** A group lead corrects when the clock stood still (DOMAIN 4.3(3)). */
export interface PauseCorrected extends Step {
  readonly type: 'pause_corrected';
  /** When the pause that is corrected began, as it stood; null for one that was forgotten. */
  readonly replaces: Instant | null;
  readonly from: Instant;
  /** Null for a pause that lasts. */
  readonly to: Instant | null;
  /** The hold's reason. */
  readonly hold: string;
}

/** Two people void a breach: it was registered wrongly, and is counted anew by what should have been promised (DOMAIN 4.3(8)). */
export interface BreachVoided extends Step {
  readonly type: 'breach_voided';
  readonly target: Target;
  /** Who asked for it; the actor is who confirmed it. */
  readonly requestedBy: string;
}

export interface PlainStep extends Step {
  readonly type: 'paused' | 'resumed' | 'stopped' | 'reopened' | 'cancelled';
}

/** One step in a clock's life, as the ledger keeps it. A clock is the fold of its steps, and of nothing else. */
export type LedgerEntry = Started | Retargeted | RelaxationConfirmed | PauseCorrected | BreachVoided | PlainStep;

export type LedgerType = LedgerEntry['type'];
