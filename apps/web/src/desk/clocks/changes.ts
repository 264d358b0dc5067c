import type { ClockExplanation } from '../data/types';

/** The three dates among which a change of the target chose (DOMAIN 4.3(7)), where the server tells them. */
export interface Candidates {
  old: string;
  retro: string;
  fresh: string;
  /** `old`, `retro`, `fresh`, or `remembered` where a promise given before was earlier. */
  winner: string;
}

/** One re-planning of a clock: when, by whom, why, from which deadline to which. */
export interface PlanChange {
  targetNo: number;
  at: string;
  actor: string | null;
  reason: string | null;
  seconds: number;
  calendar: string;
  before: string | null;
  after: string | null;
  candidates: Candidates | null;
}

/** Every re-planning after the first promise, in order, with what the ledger knows of it. */
export function changesOf(clock: ClockExplanation): PlanChange[] {
  const rows = clock.ledger.filter((row) => row.type === 'retargeted');
  return clock.promises
    .filter((promise) => promise.targetNo > 1)
    .map((promise, index) => {
      const row = rows.find((one) => one.at === promise.at) ?? rows[index];
      return {
        targetNo: promise.targetNo,
        at: promise.at,
        actor: row?.actor?.name ?? null,
        reason: row?.reason ?? null,
        seconds: promise.seconds,
        calendar: promise.calendar.name,
        before: row?.deadlineBefore ?? null,
        after: row?.deadlineAfter ?? promise.deadline,
        candidates: promise.candidates && { ...promise.candidates, winner: promise.cause },
      };
    });
}
