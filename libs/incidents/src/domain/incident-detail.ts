import type { Instant } from '#kernel';
import type { CancellationReason, HoldReason, ResolutionCode } from './incident-words.js';

/** What an incident has beside the shared row. */
export interface IncidentDetail {
  major: boolean;
  security: boolean;
  holdSince: Instant | null;
  holdQuestion: string | null;
  holdUntil: Instant | null;
  holdAgreed: boolean;
  holdCount: number;
  /** Asked and not answered by then: resolved by the system (10 wd). */
  answerDueAt: Instant | null;
  /** When the requester is reminded next of the question, and how often he has been. */
  reminderDueAt: Instant | null;
  reminderCount: number;
  resolutionCode: ResolutionCode | null;
  resolutionText: string | null;
  breachReason: string | null;
  /** Resolved and not contradicted by then: closed by the system (5 wd). */
  closesAt: Instant | null;
  cancellationReason: CancellationReason | null;
  /** A security incident: when the Centre became aware of it, and when it sent what the law asks (DOMAIN 4.3(10)). */
  awareAt: Instant | null;
  warningSentAt: Instant | null;
  notificationSentAt: Instant | null;
  finalReportSentAt: Instant | null;
  /** A P1 proposes a major incident; the group's lead decides (DOMAIN 4.5). */
  majorProposedAt: Instant | null;
  majorDecidedAt: Instant | null;
  /** When those who work on a P1 are reminded to tell how it stands. */
  updateDueAt: Instant | null;
  /** How many people of how many institutions have said that they have it too. */
  affectedPeople: number;
  affectedInstitutions: number;
}

/** Who acts and when. A null id is the system. */
export interface Act {
  readonly by: string | null;
  readonly at: Instant;
}

export interface Assignment {
  readonly groupId: string;
  readonly assigneeId: string | null;
  readonly reason: string | null;
}

export interface Hold {
  readonly reason: HoldReason;
  readonly question: string | null;
  readonly until: Instant | null;
  readonly requesterAgreed: boolean;
  readonly answerDueAt: Instant | null;
  readonly reminderDueAt?: Instant | null;
}

export interface Resolution {
  readonly code: ResolutionCode;
  readonly text: string;
  readonly breached: boolean;
  readonly breachReason: string | null;
  readonly closesAt: Instant;
}
