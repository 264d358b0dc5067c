import type { ClockExplanation } from '../data/types';

/** The three dates among which a change of the target chose (DOMAIN 4.3(7)), where the server tells them. */
export interface Candidates {
  old: string;
  retro: string;
  fresh: string;
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

type LedgerRow = ClockExplanation['ledger'][number] & {
  candidates?: Candidates | null;
  decision?: Candidates | null;
  details?: (Partial<Candidates> & { chosen?: string }) | null;
};

function candidatesOf(row: LedgerRow | undefined): Candidates | null {
  const given = row?.candidates ?? row?.decision ?? row?.details;
  if (!given?.old || !given.retro || !given.fresh) return null;
  const chosen = 'chosen' in given ? given.chosen : undefined;
  return { old: given.old, retro: given.retro, fresh: given.fresh, winner: given.winner ?? chosen ?? '' };
}

/** Every re-planning after the first promise, in order, with what the ledger knows of it. */
export function changesOf(clock: ClockExplanation): PlanChange[] {
  const rows: LedgerRow[] = clock.ledger.filter((row) => row.type === 'retargeted');
  return clock.promises
    .filter((promise) => promise.targetNo > 1)
    .map((promise, index) => {
      const row = rows.find((one) => one.at === promise.at) ?? rows[index];
      return {
        targetNo: promise.targetNo,
        at: promise.at,
        actor: row?.actor?.name ?? null,
        reason: row?.reason ?? promise.cause,
        seconds: promise.seconds,
        calendar: promise.calendar.name,
        before: row?.deadlineBefore ?? null,
        after: row?.deadlineAfter ?? promise.deadline,
        candidates: candidatesOf(row),
      };
    });
}
