import { RefResponse } from '#identity';

/** A window of wall-clock time, `["08:30", "17:00"]`. */
export type AuditWindow = string[];

export class AuditExceptionResponse {
  /** `YYYY-MM-DD` */
  date: string;
  kind: string;
  /** Of a moved working day: the date whose windows it takes over. */
  replaces?: string;
  windows?: AuditWindow[];
  nameLv?: string;
  nameEn?: string;
  source?: string;
}

/** A version of a calendar, as it was published. */
export class AuditCalendarResponse {
  /** As the steps name it. */
  id: string;
  code: string;
  version: number;
  timezone: string;
  /** The first date that it holds for, `YYYY-MM-DD`; null in a first version, which holds for all dates. */
  validFrom: string | null;
  /** The calendar among these that holds for the dates before. */
  beforeId: string | null;
  /** By ISO weekday, `1` Monday to `7` Sunday. */
  weekly: Record<string, AuditWindow[]>;
  exceptions: AuditExceptionResponse[];
  /** `MM-DD` */
  recurringHolidays: string[];
  shortenedByMinutes: number;
}

/** One row of a clock's ledger, as it is kept. Instants are ISO 8601 in UTC with microseconds. */
export class AuditStepResponse {
  step: number;
  type: string;
  at: string;
  recordedAt: string;
  reason: string | null;
  actor: RefResponse | null;
  policyVersionId: string | null;
  /** The target that the step brings: a version of a calendar, and seconds on it. */
  calendarId: string | null;
  seconds: number | null;
  thresholds: number[] | null;
  /** How a change of the target is answered. */
  rule: string | null;
  requesterAsked: boolean | null;
  deadlineBefore: string | null;
  deadlineAfter: string | null;
  /** Of a corrected pause: what it replaces, from, to and the hold's reason; of a void: who asked for it. */
  details: Record<string, string | number | null> | null;
}

export class AuditCrossingResponse {
  targetNo: number;
  pct: number;
  dueAt: string;
  recordedAt: string;
}

/** A clock with everything that it can be worked out from again, and what the product says that it comes to. */
export class AuditClockResponse {
  id: string;
  kind: string;
  cycle: number;
  party: RefResponse | null;
  steps: AuditStepResponse[];
  crossings: AuditCrossingResponse[];
  /** What the product makes of the steps. */
  state: string;
  dueAt: string | null;
  outcome: string | null;
  outcomeAt: string | null;
  /** Used up in the closed stretches. */
  consumedMicroseconds: number;
}

/** The clocks of a ticket for an auditor: a program that knows DOMAIN 4.3 alone can check each deadline. */
export class ClockAuditResponse {
  ticketNumber: string;
  readAt: string;
  calendars: AuditCalendarResponse[];
  clocks: AuditClockResponse[];
}
