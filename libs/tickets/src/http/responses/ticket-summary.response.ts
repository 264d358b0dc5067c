import { RefResponse } from '#identity';

export class ClockCalendarResponse {
  code: string;
  name: string;
}

/** A clock in short. Instants are ISO 8601 in UTC, lengths whole seconds of the clock's calendar. */
export class ClockSummaryResponse {
  id: string;
  kind: 'response' | 'resolution' | 'ola' | 'supplier' | 'statutory_warning' | 'statutory_notification' | 'statutory_final';
  cycle: number;
  state: 'running' | 'paused' | 'stopped' | 'cancelled';
  outcome: 'met' | 'breached' | null;
  startedAt: string;
  dueAt: string | null;
  stoppedAt: string | null;
  breachedAt: string | null;
  targetSeconds: number;
  consumedSeconds: number;
  /** Negative when late. */
  remainingSeconds: number;
  /** Consumed of consumed and remaining; above 100 when late. */
  percent: number;
  calendar: ClockCalendarResponse;
}

/** A ticket in a list. */
export class TicketSummaryResponse {
  id: string;
  /** Such as INC-2026-000123. */
  number: string;
  type: string;
  title: string;
  state: string;
  holdReason: string | null;
  /** What an incident is about: a code of `GET /reference-words`. */
  category: string | null;
  /** 1 to 5, 1 the most urgent. */
  priority: number;
  impact: number;
  urgency: number;
  institution: RefResponse;
  service: RefResponse | null;
  group: RefResponse | null;
  assignee: RefResponse | null;
  requester: RefResponse;
  affectedUser: RefResponse;
  source: string;
  submittedAt: string;
  updatedAt: string;
  /** The nearest running deadline. */
  dueAt: string | null;
  dueKind: string | null;
  clocks: ClockSummaryResponse[];
  /** What `If-Match` names. */
  version: number;
  /** Near its deadline: 90 % of a clock used (DOMAIN 4.5). */
  escalated: boolean;
  /** Put aside until then; null for most. */
  asideUntil: string | null;
}

export class TicketPageResponse {
  items: TicketSummaryResponse[];
  nextCursor: string | null;
}
