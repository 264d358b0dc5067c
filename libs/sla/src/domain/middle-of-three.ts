import type { Instant, Interval } from '#kernel';
import { deadlineOf } from './clock-measures.js';
import type { Calendars, GivenPromise, Plan, Winner } from './clock-state.js';
import type { MidFlightRule, Target } from './ledger-entry.js';

/** What is known when a target changes at `at`. `gaps` hold the open pause too, as if it ended at `at`. */
export interface Situation {
  readonly at: Instant;
  /** From where the new target is replayed. */
  readonly begunAt: Instant;
  readonly plan: Plan;
  readonly oldDeadline: Instant;
  readonly promises: readonly GivenPromise[];
  readonly gaps: readonly Interval[];
  readonly target: Target;
  readonly rule: MidFlightRule;
}

interface Candidate {
  readonly winner: Winner;
  readonly plan: Plan;
  readonly deadline: Instant;
  readonly remembers?: number;
}

/** The new promise and the three dates that it was chosen from. */
export interface Decision extends Candidate {
  readonly old: Instant;
  readonly retro: Instant;
  readonly fresh: Instant;
}

/**
 * DOMAIN 4.3(7), (7a): the middle of the old deadline, the new target counted from the start, and the new target counted from the
 * change; but never later than a remembered promise whose target was no stricter, and, so that no detour is later than the straight
 * way, never later than the middle that a remembered stricter promise would give. The winning date brings its own plan.
 */
export function decideDeadline(situation: Situation, calendars: Calendars): Decision {
  const { at, begunAt, target, gaps, promises, plan, oldDeadline } = situation;
  const old: Candidate = { winner: 'old', plan, deadline: oldDeadline };
  const retroPlan: Plan = { calendarId: target.calendarId, from: begunAt, seconds: target.seconds };
  const retro: Candidate = { winner: 'retro', plan: retroPlan, deadline: deadlineOf(retroPlan, gaps, calendars) };
  const freshPlan: Plan = { ...retroPlan, from: at };
  const fresh: Candidate = { winner: 'fresh', plan: freshPlan, deadline: deadlineOf(freshPlan, [], calendars) };
  const dates = { old: old.deadline, retro: retro.deadline, fresh: fresh.deadline };
  if (situation.rule === 'restart') return { ...fresh, ...dates };
  if (situation.rule === 'replay') return { ...retro, ...dates };
  let best = middle(old, retro, fresh);
  for (const promise of promises) {
    if (promise.forgotten) continue;
    const kept: Candidate = {
      winner: 'remembered',
      plan: promise.plan,
      deadline: deadlineOf(promise.plan, gaps, calendars),
      remembers: promise.targetNo,
    };
    const straight = isStricter(promise.target, retro.deadline, begunAt, gaps, calendars) ? middle(kept, retro, fresh) : kept;
    if (straight.deadline < best.deadline) best = straight;
  }
  return { ...best, ...dates };
}

/** True where a target, counted from `begunAt`, ends before `retro`. */
export function isStricter(target: Target, retro: Instant, begunAt: Instant, gaps: readonly Interval[], calendars: Calendars): boolean {
  return deadlineOf({ calendarId: target.calendarId, from: begunAt, seconds: target.seconds }, gaps, calendars) < retro;
}

/**
 * `retro` is never after `fresh`, so that the middle is `promise` held between the two. Where old and new terms name the same instant, the
 * new ones win: a clock that a corrected calendar does not move yet is counted on it from then on.
 */
function middle(promise: Candidate, retro: Candidate, fresh: Candidate): Candidate {
  if (promise.deadline <= retro.deadline) return retro;
  return promise.deadline > fresh.deadline ? fresh : promise;
}
