import { formatInstant, type Instant } from '#kernel';
import { FigureResponse } from '#platform';
import type { ComplianceRow, ListedClock } from '../../reads/compliance-rows.js';
import type { Restatement } from '../../reads/restatements.js';
import type { SlaCompliance } from '../../reads/sla-compliance.js';
import { KeyedFigureResponse, TrendPointResponse } from './figure.response.js';

export class BothFiguresResponse extends KeyedFigureResponse {
  /** The same by the first promise of each clock. */
  agreed: FigureResponse;
}

export class ComplianceCountsResponse {
  /** Breached and still open; they count. */
  openBreached: number;
  /** Paused without an outcome; they do not count. */
  pausedUndecided: number;
  /** Cancelled before the deadline; they do not count. */
  cancelled: number;
  /** Merged into an earlier ticket before the deadline; they do not count. */
  merged: number;
  tests: number;
  /** Breaches that two persons took back. */
  voided: number;
  /** Their month keeps the outcome, the clock went on as the next cycle. */
  reopenedAfterFreeze: number;
  /** By the first promise the outcome is another one. */
  changedSide: number;
  /** Tickets submitted in the month that never got a clock. */
  withoutClock: number;
}

export class ComplianceRestatementResponse {
  /** The number of the edition; the one before it is what it replaced. */
  number: number;
  at: string;
  cause: 'freeze' | 'correction' | 'import' | 'void';
  reason: string;
  person: string | null;
  ticketNumber: string | null;
  before: FigureResponse;
  after: FigureResponse;
}

export class SlaComplianceResponse {
  month: string;
  frozen: boolean;
  /** The end of the fifth working day of the next month. */
  freezeAt: string;
  /** In percent. */
  target: number | null;
  /** As amended: by the promises in force. Response and resolution only. */
  overall: FigureResponse;
  /** As agreed: by the first promise of each clock. */
  agreed: FigureResponse;
  /** All kinds of clock; those beside response and resolution are never in the headline. */
  byKind: BothFiguresResponse[];
  rows: BothFiguresResponse[];
  trend: TrendPointResponse[];
  counts: ComplianceCountsResponse;
  restatements: ComplianceRestatementResponse[];
  openBreached: number;
  pausedUndecided: number;
  /** Cancelled or merged before the deadline, or test tickets. */
  excluded: number;

  static from(report: SlaCompliance, restatements: readonly Restatement[]): SlaComplianceResponse {
    const { month, frozen, freezeAt, target, overall, agreed, counts } = report;
    return {
      ...{ month, frozen, freezeAt: formatInstant(freezeAt), target, overall, agreed, counts: { ...counts } },
      byKind: [...report.byKind],
      rows: [...report.rows],
      trend: [...report.trend],
      restatements: restatements.map((one) => ({ ...one, at: formatInstant(one.at) })),
      openBreached: counts.openBreached,
      pausedUndecided: counts.pausedUndecided,
      excluded: counts.cancelled + counts.merged + counts.tests,
    };
  }
}

export class ComplianceTicketResponse {
  id: string;
  number: string;
  title: string;
}

export class RelaxationResponse {
  at: string;
  /** By how much the deadline moved, on the wall clock. */
  seconds: number;
  by: string | null;
  allowedBy: 'requester' | 'second_person' | null;
  confirmedBy: string | null;
}

export class ComplianceClockResponse {
  kind: 'response' | 'resolution' | 'ola' | 'supplier' | 'statutory_warning' | 'statutory_notification' | 'statutory_final';
  cycle: number;
  state: 'running' | 'paused' | 'stopped' | 'cancelled';
  outcome: 'met' | 'breached' | null;
  outcomeAt: string | null;
  /** By the first promise; pending until `agreedAt`, or without a date while paused. */
  agreedOutcome: 'met' | 'breached' | 'pending' | null;
  agreedAt: string | null;
  priority: number;
  exclusion: 'cancelled' | 'merged' | 'test' | null;
  mark: 'reopened_after_freeze' | 'continued' | null;
  voids: number;
  startedAt: string | null;
  /** Contract time used up. */
  workedSeconds: number | null;
  /** From the submission to the stop on the wall clock. */
  waitedSeconds: number | null;
  /** Working time that went by in pauses. */
  pausedSeconds: number;
  relaxations: RelaxationResponse[];
}

export class ComplianceRowResponse {
  id: string;
  /** When the outcome fell; where there is none, when the clock began or the ticket was submitted. */
  at: string;
  /** Null where the actor may not see the ticket. */
  ticket: ComplianceTicketResponse | null;
  /** Null for a ticket without a clock. */
  clock: ComplianceClockResponse | null;

  static from({ id, at, ticket, clock }: ComplianceRow): ComplianceRowResponse {
    return { id, at: formatInstant(at), ticket, clock: clock && clockOf(clock) };
  }
}

export class ComplianceRowsResponse {
  items: ComplianceRowResponse[];
  nextCursor: string | null;
}

function clockOf(clock: ListedClock): ComplianceClockResponse {
  const { kind, cycle, state, outcome, agreedOutcome, priority, exclusion, mark, voids, workedSeconds, waitedSeconds, pausedSeconds } =
    clock;
  return {
    ...{ kind, cycle, state, outcome, agreedOutcome, priority, exclusion, mark, voids, workedSeconds, waitedSeconds, pausedSeconds },
    outcomeAt: text(clock.outcomeAt),
    agreedAt: text(clock.agreedAt),
    startedAt: text(clock.startedAt),
    relaxations: clock.relaxations.map((one) => ({ ...one, at: formatInstant(one.at) })),
  };
}

function text(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}
