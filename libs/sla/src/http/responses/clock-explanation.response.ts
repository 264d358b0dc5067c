import { RefResponse } from '#identity';
import { ClockCalendarResponse, ClockSummaryResponse } from '#tickets';

export class ClockPolicyResponse {
  name: string;
  version: number;
}

/** The three dates that a change of the target chose the middle one of (DOMAIN 4.3(7)). */
export class ClockCandidatesResponse {
  /** The deadline before the change. */
  old: string;
  /** The new target counted from the start. */
  retro: string;
  /** The new target counted from the change. */
  fresh: string;
}

/** A promise that was given in this cycle; they stay on record. */
export class ClockPromiseResponse {
  targetNo: number;
  seconds: number;
  calendar: ClockCalendarResponse;
  /** As it was said when it was given. */
  deadline: string;
  at: string;
  /** `started`; or which date won a change: the old one, the new target from the start or from the change, an earlier promise. */
  cause: 'started' | 'old' | 'retro' | 'fresh' | 'remembered';
  /** Null for the first promise. */
  candidates: ClockCandidatesResponse | null;
  /** The number of the earlier promise that came back. */
  remembers: number | null;
  current: boolean;
  /** The requester asked for a relaxation, or a second person confirmed it: it no longer binds. */
  forgotten: boolean;
}

export class ClockIntervalResponse {
  from: string;
  to: string;
  counted: boolean;
  seconds: number;
  reason: 'working' | 'night' | 'break' | 'weekend' | 'holiday' | 'moved_day_off' | 'shortened' | 'pause' | 'before_start' | 'after_stop';
  /** The reason in the reader's language. */
  label: string;
  /** Still to come, if nothing changes. */
  future: boolean;
}

export class ClockDayResponse {
  /** `YYYY-MM-DD` */
  date: string;
  countedSeconds: number;
  note: string | null;
}

export class ClockSumsResponse {
  countedSeconds: number;
  uncountedSeconds: number;
}

export class ClockLedgerEntryResponse {
  at: string;
  recordedAt: string;
  /** A step of the clock, or `threshold` for one that was crossed. */
  type: string;
  /** The step's reason; for a threshold its percentage. */
  reason: string | null;
  actor: RefResponse | null;
  deadlineBefore: string | null;
  deadlineAfter: string | null;
}

/** A time in which the clock stood still because of a hold. */
export class ClockPauseResponse {
  from: string;
  /** Null while it lasts. */
  to: string | null;
  reason: string;
  /** The reason in the reader's language. */
  label: string;
}

/** What the reader may decide about the clock now; buttons follow this. */
export class ClockDecisionsResponse {
  confirmRelaxation: boolean;
  requestVoid: boolean;
  /** Confirm or refuse what somebody else has requested. */
  decideVoid: boolean;
  correctPause: boolean;
}

/** Somebody asks that the breach be voided. */
export class VoidRequestResponse {
  by: RefResponse;
  at: string;
  note: string;
  priority: number | null;
}

/** A clock with everything that explains it. Times in seconds. */
export class ClockExplanationResponse extends ClockSummaryResponse {
  /** OLA: the group whose stay is measured. */
  party: RefResponse | null;
  /** Null for what the law asks. */
  policy: ClockPolicyResponse | null;
  promises: ClockPromiseResponse[];
  /** Contiguous, from the start to the deadline or the stop. */
  intervals: ClockIntervalResponse[];
  days: ClockDayResponse[];
  pauses: ClockPauseResponse[];
  decisions: ClockDecisionsResponse;
  voidRequest: VoidRequestResponse | null;
  sums: ClockSumsResponse;
  /** What was promised and what came of it, in words for the requester. */
  sentence: string;
  ledger: ClockLedgerEntryResponse[];
}

export class ClocksResponse {
  items: ClockExplanationResponse[];
}
