import { DomainError, type Instant, type Interval, MICROS_PER_SECOND } from '#kernel';
import { consumedAt, deadlineOf } from './clock-measures.js';
import { correctedDeadline, correctPast } from './correct-pause.js';
import type { Calendars, Change, ClockState, GivenPromise, Plan } from './clock-state.js';
import type { BreachVoided, LedgerEntry, PauseCorrected, Retargeted, Started } from './ledger-entry.js';
import { decideDeadline, isStricter } from './middle-of-three.js';

/** A clock as its ledger tells it. Throws `sla.ledger-not-foldable` where a step does not fit what came before. */
export function foldClock(entries: readonly LedgerEntry[], calendars: Calendars): ClockState {
  const [first, ...rest] = entries;
  if (first?.type !== 'started') throw new DomainError('sla.ledger-not-foldable', { step: first?.type ?? null, state: null });
  return rest.reduce((clock, entry) => step(clock, entry, calendars), startClock(first, calendars));
}

/** DOMAIN 4.3(1): started at the submission, also outside working hours. */
export function startClock({ at, target, thresholds }: Started, calendars: Calendars): ClockState {
  const plan = { calendarId: target.calendarId, from: at, seconds: target.seconds };
  const deadline = deadlineOf(plan, [], calendars);
  return {
    state: 'running',
    startedAt: at,
    begunAt: at,
    target,
    thresholds,
    plan,
    promises: [{ targetNo: 1, target, plan, deadline, at, cause: 'started', forgotten: false }],
    dueAt: deadline,
    consumed: 0,
    total: target.seconds * MICROS_PER_SECOND,
    stretches: [],
    runningSince: at,
    gaps: [],
    openGap: null,
    stoppedAt: null,
    outcome: null,
    outcomeAt: null,
    targetNo: 1,
    planNo: 1,
    changes: [],
  };
}

/**
 * One step further. A deadline that has passed before the step makes the clock breached first, whether or not anybody has
 * recorded it yet: breach is a fact of time, and it sticks (DOMAIN 4.3(2), (8)).
 */
export function applyEntry(before: ClockState, entry: LedgerEntry, calendars: Calendars): ClockState {
  const { promises, stretches, gaps, changes } = before;
  return step({ ...before, promises: [...promises], stretches: [...stretches], gaps: [...gaps], changes: [...changes] }, entry, calendars);
}

/** The step itself. It lengthens the lists of `before`, so that a fold of many steps takes time for each of them and not for all before it. */
function step(before: ClockState, entry: LedgerEntry, calendars: Calendars): ClockState {
  const clock = settle(before, entry.at);
  switch (entry.type) {
    case 'paused':
      return pause(requireState(clock, entry, 'running'), entry.at, entry.reason ?? '', calendars);
    case 'resumed':
      return run(requireState(clock, entry, 'paused'), entry.at, calendars);
    case 'stopped':
      return stop(requireState(clock, entry, 'running', 'paused'), entry.at, calendars);
    case 'reopened':
      if (clock.state === 'cancelled') return reinstate(clock, calendars);
      return reopen(requireState(clock, entry, 'stopped'), entry.at, calendars);
    case 'cancelled':
      return {
        ...closeStretch(requireState(clock, entry, 'running', 'paused'), entry.at, calendars),
        state: 'cancelled',
        stoppedAt: entry.at,
        planNo: clock.planNo + 1,
        dueAt: clock.outcome ? clock.dueAt : null,
      };
    case 'retargeted':
      return retarget(requireState(clock, entry, 'running', 'paused'), entry, calendars);
    case 'relaxation_confirmed':
      return confirmRelaxation(requireState(clock, entry, 'running', 'paused'), entry.actorId, calendars);
    case 'pause_corrected':
      return correctPause(requireState(clock, entry, 'running', 'paused', 'stopped'), entry, calendars);
    case 'breach_voided':
      return voidBreach(clock, entry, calendars);
    case 'started':
      throw new DomainError('sla.ledger-not-foldable', { step: entry.type, state: clock.state });
  }
}

/** The clock as it stands at `at`: breached where it ran and its deadline lies before. */
export function settle(clock: ClockState, at: Instant): ClockState {
  if (clock.state !== 'running' || clock.outcome !== null || clock.dueAt === null || clock.dueAt >= at) return clock;
  return { ...clock, outcome: 'breached', outcomeAt: clock.dueAt };
}

function requireState(clock: ClockState, entry: LedgerEntry, ...allowed: ClockState['state'][]): ClockState {
  if (!allowed.includes(clock.state)) throw new DomainError('sla.ledger-not-foldable', { step: entry.type, state: clock.state });
  return clock;
}

function closeStretch(clock: ClockState, at: Instant, calendars: Calendars): ClockState {
  if (clock.runningSince === null) return clock;
  const stretch = { from: clock.runningSince, to: at, calendarId: clock.plan.calendarId };
  return { ...clock, consumed: consumedAt(clock, at, calendars), stretches: lengthen(clock.stretches, stretch), runningSince: null };
}

function pause(clock: ClockState, at: Instant, reason: string, calendars: Calendars): ClockState {
  return {
    ...closeStretch(clock, at, calendars),
    state: 'paused',
    openGap: { from: at, reason },
    dueAt: clock.outcome ? clock.dueAt : null,
    planNo: clock.planNo + 1,
  };
}

/** DOMAIN 4.3(4): the deadline is the resumption and what remained. One that was paused at its very deadline ends at once. */
function run(clock: ClockState, at: Instant, calendars: Calendars): ClockState {
  const gaps = clock.openGap ? lengthen(clock.gaps, { ...clock.openGap, to: at }) : clock.gaps;
  const running: ClockState = { ...clock, state: 'running', gaps, openGap: null, runningSince: at, planNo: clock.planNo + 1 };
  if (clock.outcome !== null) return running;
  return { ...running, dueAt: calendars(clock.plan.calendarId).add(at, Math.max(0, clock.total - clock.consumed)) };
}

/** DOMAIN 4.3(2): met at or before the deadline, to the microsecond; while paused, as long as something remains or nothing is overdrawn. */
function stop(clock: ClockState, at: Instant, calendars: Calendars): ClockState {
  const gaps = clock.openGap ? lengthen(clock.gaps, { ...clock.openGap, to: at }) : clock.gaps;
  const stopped: ClockState = {
    ...closeStretch(clock, at, calendars),
    state: 'stopped',
    gaps,
    openGap: null,
    stoppedAt: at,
    planNo: clock.planNo + 1,
  };
  return clock.outcome ? stopped : { ...stopped, outcome: 'met', outcomeAt: at };
}

/** DOMAIN 4.3(6): the time since the stop is left out and a met outcome is withdrawn; a breach stays. */
function reopen(clock: ClockState, at: Instant, calendars: Calendars): ClockState {
  const open: ClockState = { ...clock, openGap: { from: clock.stoppedAt ?? at, reason: 'after_stop' }, stoppedAt: null };
  return run(clock.outcome === 'met' ? { ...open, outcome: null, outcomeAt: null } : open, at, calendars);
}

/**
 * DOMAIN 4.3(9): the cancellation is taken back as if it had never been. The time since counts, or a merge to and fro would gain time; a pause
 * ended with it.
 */
function reinstate(clock: ClockState, calendars: Calendars): ClockState {
  return run({ ...clock, stoppedAt: null }, clock.stoppedAt ?? clock.startedAt, calendars);
}

/**
 * DOMAIN 4.3(7), (7a). After a breach nothing of the promise moves; the clock runs on for consumption only.
 * A restart gives all the time anew: what was promised before it binds nobody, and later changes are replayed from there.
 */
function retarget(clock: ClockState, entry: Retargeted, calendars: Calendars): ClockState {
  const targetNo = clock.targetNo + 1;
  const moved = { ...clock, target: entry.target, targetNo, planNo: clock.planNo + 1 };
  if (clock.outcome !== null) return moved;
  const gaps: readonly Interval[] = clock.openGap ? [...clock.gaps, { ...clock.openGap, to: entry.at }] : clock.gaps;
  const retro = deadlineOf({ calendarId: entry.target.calendarId, from: clock.begunAt, seconds: entry.target.seconds }, gaps, calendars);
  const relaxes = isStricter(clock.target, retro, clock.begunAt, gaps, calendars);
  const relaxed = relaxes && entry.requesterAsked ? forgetStricter(clock, retro, gaps, calendars) : clock.promises;
  const restarts = entry.rule === 'restart';
  const promises = restarts ? relaxed.map((promise) => ({ ...promise, forgotten: true })) : relaxed;
  const oldDeadline = clock.dueAt ?? deadlineOf(clock.plan, gaps, calendars);
  const situation = { ...entry, begunAt: clock.begunAt, plan: clock.plan, oldDeadline, promises, gaps };
  const { plan, deadline, winner, remembers, old, fresh } = decideDeadline(situation, calendars);
  const { at, actorId, requesterAsked, target } = entry;
  const again = remembers === undefined ? {} : { remembers };
  const given: GivenPromise = { targetNo, target, plan, deadline, at, cause: winner, forgotten: false, ...again };
  const dates = { old, retro, fresh, deadline };
  const change: Change = { at, actorId, from: clock.target, to: target, ...dates, winner, relaxes, requesterAsked, confirmedBy: null };
  return onPlan(
    { ...moved, begunAt: restarts ? at : clock.begunAt, promises: lengthen(promises, given), changes: lengthen(clock.changes, change) },
    plan,
    deadline,
    entry.at,
    calendars,
  );
}

/** Counts on by another plan from `at` on; what was consumed until then stays as it was counted. */
function onPlan(clock: ClockState, plan: Plan, deadline: Instant, at: Instant, calendars: Calendars): ClockState {
  const closed = closeStretch(clock, at, calendars);
  const calendar = calendars(plan.calendarId);
  const remaining = deadline >= at ? calendar.elapsed(at, deadline) : -calendar.elapsed(deadline, at);
  const running = clock.state === 'running';
  const planned = {
    ...closed,
    plan,
    total: closed.consumed + remaining,
    runningSince: running ? at : null,
    dueAt: running ? deadline : null,
  };
  return deadline < at ? { ...planned, dueAt: deadline, outcome: 'breached', outcomeAt: deadline } : planned;
}

/** Only for lists that the fold has made itself; to everybody else they are readonly. */
function lengthen<T>(list: readonly T[], item: T): readonly T[] {
  (list as T[]).push(item);
  return list;
}

function forgetStricter(clock: ClockState, retro: Instant, gaps: readonly Interval[], calendars: Calendars): GivenPromise[] {
  return clock.promises.map((promise) =>
    isStricter(promise.target, retro, clock.begunAt, gaps, calendars) ? { ...promise, forgotten: true } : promise,
  );
}

/** DOMAIN 4.3(7a): a person other than the one who relaxed confirms the latest relaxation. Throws `sla.not-to-confirm` otherwise. */
function confirmRelaxation(clock: ClockState, actorId: string | null, calendars: Calendars): ClockState {
  const change = clock.changes.at(-1);
  if (!change || !isToConfirm(change) || actorId === null || actorId === change.actorId)
    throw new DomainError('sla.not-to-confirm', {}, 'conflict');
  const gaps = clock.openGap ? [...clock.gaps, { ...clock.openGap, to: change.at }] : clock.gaps;
  const retro = deadlineOf({ calendarId: change.to.calendarId, from: clock.begunAt, seconds: change.to.seconds }, gaps, calendars);
  const changes = [...clock.changes.slice(0, -1), { ...change, confirmedBy: actorId }];
  return { ...clock, changes, promises: forgetStricter(clock, retro, gaps, calendars) };
}

/** True where the latest change relaxed the promise, nobody asked for it and nobody has confirmed it (DOMAIN 4.3(7a)). */
export function isToConfirm({ relaxes, requesterAsked, confirmedBy }: Change): boolean {
  return relaxes && !requesterAsked && confirmedBy === null;
}

/** DOMAIN 4.3(3): the deadline follows the corrected pauses. A breach stays; what was met may turn out to have been late. */
function correctPause(clock: ClockState, entry: PauseCorrected, calendars: Calendars): ClockState {
  const past = correctPast(clock, entry, calendars);
  const running = clock.state === 'running';
  const corrected: ClockState = { ...clock, ...past, runningSince: running ? entry.at : null, planNo: clock.planNo + 1 };
  if (clock.outcome === 'breached') return corrected;
  const deadline = correctedDeadline(clock, past, entry, calendars);
  if (clock.stoppedAt === null) return onPlan({ ...corrected, runningSince: null }, clock.plan, deadline, entry.at, calendars);
  const decided = decidedAt(corrected, clock.plan, deadline, clock.stoppedAt, calendars);
  return deadline < clock.stoppedAt ? { ...decided, outcome: 'breached', outcomeAt: deadline } : decided;
}

/**
 * DOMAIN 4.3(8): the breach is taken away and the clock counted from its start by what should have been promised. What was promised
 * wrongly binds nobody any more. Throws `sla.not-to-void`, `sla.void-changes-nothing` where that is late too.
 */
function voidBreach(clock: ClockState, { at, target, actorId }: BreachVoided, calendars: Calendars): ClockState {
  if (clock.outcome !== 'breached') throw new DomainError('sla.not-to-void', {}, 'conflict');
  const gaps: readonly Interval[] = clock.openGap ? [...clock.gaps, { ...clock.openGap, to: at }] : clock.gaps;
  const plan: Plan = { calendarId: target.calendarId, from: clock.startedAt, seconds: target.seconds };
  const deadline = deadlineOf(plan, gaps, calendars);
  if (deadline < (clock.stoppedAt ?? at)) throw new DomainError('sla.void-changes-nothing', {}, 'conflict');
  const fresh = deadlineOf({ ...plan, from: at }, [], calendars);
  const targetNo = clock.targetNo + 1;
  const given: GivenPromise = { targetNo, target, plan, deadline, at, cause: 'retro', forgotten: false };
  const dates = { old: clock.outcomeAt ?? deadline, retro: deadline, fresh, deadline };
  const change: Change = {
    at,
    actorId,
    from: clock.target,
    to: target,
    ...dates,
    winner: 'retro',
    relaxes: false,
    requesterAsked: false,
    confirmedBy: null,
  };
  const promises = [...clock.promises.map((promise) => ({ ...promise, forgotten: true })), given];
  const freed = {
    begunAt: clock.startedAt,
    targetNo,
    target,
    planNo: clock.planNo + 1,
    promises,
    changes: [...clock.changes, change],
    outcome: null,
    outcomeAt: null,
  };
  const voided: ClockState = { ...clock, ...freed };
  if (clock.stoppedAt === null) return onPlan(voided, plan, deadline, at, calendars);
  if (clock.state === 'cancelled') return { ...voided, plan, dueAt: null };
  return { ...decidedAt(voided, plan, deadline, clock.stoppedAt, calendars), outcome: 'met', outcomeAt: clock.stoppedAt };
}

/** A stopped clock on a plan that ends at `deadline`. */
function decidedAt(clock: ClockState, plan: Plan, deadline: Instant, stoppedAt: Instant, calendars: Calendars): ClockState {
  const calendar = calendars(plan.calendarId);
  const left = deadline >= stoppedAt ? calendar.elapsed(stoppedAt, deadline) : -calendar.elapsed(deadline, stoppedAt);
  return { ...clock, plan, dueAt: deadline, total: clock.consumed + left };
}
