import type { AccountBefore, ClockAccount, Relaxation } from '#sla';
import { type Instant, MICROS_PER_SECOND, type Micros } from '#kernel';
import type { ClockDraft } from './clock-draft.js';
import { type Month, monthOf } from './month.js';
import { NONE } from './ticket-event.js';
import type { TicketTimeline } from './ticket-timeline.js';

/** A stretch in which the clock stood still; `to` is null while it lasts, `seconds` is the working time that went by in it. */
export type Pause = readonly [from: Instant, to: Instant | null, reason: string | null, groupId: string, seconds: number, late: boolean];

/** A change that gave more time: when, by how many seconds, who made it, and who allowed it. */
export type GivenTime = readonly [
  at: Instant,
  seconds: number,
  actorId: string | null,
  allowedBy: 'requester' | 'second_person' | null,
  confirmedBy: string | null,
];

/** A group's stay with the ticket: contract time used up, and what went by on the wall clock, both in seconds. */
export type Stay = readonly [groupId: string, workedSeconds: number, waitedSeconds: number];

/** What stands beside the outcome of a clock: the first promise, and where the time went. */
export interface Honesty {
  /** The first promise against the real stop; pending: undecided until `agreedAt`, or without a date while it is paused. */
  readonly agreedOutcome: 'met' | 'breached' | 'pending' | null;
  readonly agreedAt: Instant | null;
  readonly agreedMonth: Month | null;
  /** Another promise took the place of the first one. */
  readonly amended: boolean;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  /** Contract time until the stop; null while it is open, or where no ledger is known. */
  readonly workedSeconds: number | null;
  /** From the submission to the stop on the wall clock, with nights, pauses and everything. */
  readonly waitedSeconds: number | null;
  readonly pauses: readonly Pause[];
  readonly relaxations: readonly GivenTime[];
  readonly stays: readonly Stay[];
}

interface Known {
  readonly accounts: ReadonlyMap<string, AccountBefore>;
  readonly until?: Instant | undefined;
}

/** The honest side of a clock's fact. Without a ledger the promise in force stands for the first one, and nothing is known of the time. */
export function honestyOf(draft: ClockDraft, timeline: TicketTimeline, exclusion: string | null, known: Known): Honesty {
  const account = known.accounts.get(draft.clockId)?.(draft.until ?? known.until) ?? null;
  const startedAt = account?.startedAt ?? draft.startedAt;
  const stoppedAt = draft.state === 'stopped' ? draft.stoppedAt : null;
  return {
    ...agreedOf(draft, account, exclusion),
    amended: account?.amended ?? false,
    startedAt,
    stoppedAt,
    workedSeconds: stoppedAt === null || account?.consumed == null ? null : seconds(account.consumed),
    waitedSeconds: stoppedAt === null ? null : seconds(stoppedAt - startedAt),
    pauses: pausesOf(draft, account, timeline),
    relaxations: (account?.relaxations ?? []).map(givenTime),
    stays: account && stoppedAt !== null ? staysOf(account, startedAt, stoppedAt, timeline) : [],
  };
}

type Agreed = Pick<Honesty, 'agreedOutcome' | 'agreedAt' | 'agreedMonth'>;

/** While nothing was changed the first promise is the one in force, and what came of that is known from the events. */
function agreedOf(draft: ClockDraft, account: ClockAccount | null, exclusion: string | null): Agreed {
  const decided = draft.decision ?? { outcome: null, at: null };
  const { outcome, at } = account && (account.amended || draft.voids > 0) ? account.agreed : decided;
  if (exclusion === 'test' || (exclusion !== null && outcome === null)) return { agreedOutcome: null, agreedAt: null, agreedMonth: null };
  return { agreedOutcome: outcome ?? 'pending', agreedAt: at, agreedMonth: at === null ? null : monthOf(at) };
}

/** The ledger knows how pauses were corrected and what they cost; without one the events tell when they were. */
function pausesOf(draft: ClockDraft, account: ClockAccount | null, timeline: TicketTimeline): Pause[] {
  const held = account?.pauses ?? draft.pauses.map((pause) => ({ ...pause, worked: 0, late: false }));
  return held.map(({ from, to, reason, worked, late }) => [from, to, reason, timeline.groupAt(from) ?? NONE, seconds(worked), late]);
}

function givenTime({ at, actorId, gained, requesterAsked, confirmedBy }: Relaxation): GivenTime {
  const allowedBy = requesterAsked ? 'requester' : confirmedBy === null ? null : 'second_person';
  return [at, seconds(gained), actorId, allowedBy, confirmedBy];
}

function staysOf(account: ClockAccount, from: Instant, to: Instant, timeline: TicketTimeline): Stay[] {
  const byGroup = new Map<string, { worked: Micros; waited: Micros }>();
  for (const stay of timeline.stays(from, to)) {
    const sum = byGroup.get(stay.groupId) ?? { worked: 0, waited: 0 };
    sum.worked += account.consumedBetween(stay.from, stay.to);
    sum.waited += stay.to - stay.from;
    byGroup.set(stay.groupId, sum);
  }
  return [...byGroup].map(([groupId, sum]) => [groupId, seconds(sum.worked), seconds(sum.waited)]);
}

/** Whole seconds: what people compare, and the same whatever it was added up from. */
function seconds(length: Micros): number {
  return Math.round(length / MICROS_PER_SECOND);
}
