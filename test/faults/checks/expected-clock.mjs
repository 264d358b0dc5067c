/**
 * What a clock must be after its steps, told anew from DOMAIN 4.3 and in as plain a way as can be, to hold the program's fold against. It
 * shares no code with it. Instants and lengths are microseconds; `calendar(id)` gives a MinuteWalk.
 */

const SECOND = 1_000_000;

const all = (clock, until) => (clock.openGap === undefined ? clock.gaps : [...clock.gaps, { from: clock.openGap, to: until }]);

/** A promise's deadline with all that has been left out since it began. */
const deadline = (plan, gaps, calendar) => calendar(plan.calendarId).add(plan.from, plan.seconds * SECOND, gaps);

function consumedAt(clock, at, calendar) {
  return clock.since === null ? clock.consumed : clock.consumed + calendar(clock.plan.calendarId).elapsed(clock.since, at);
}

function start({ at, calendarId, seconds, thresholds }, calendar) {
  const plan = { calendarId, seconds, from: at };
  const base = { state: 'running', startedAt: at, target: { calendarId, seconds }, thresholds, plan, gaps: [], openGap: undefined };
  const promises = [{ no: 1, plan, target: base.target, forgotten: false }];
  const counted = { consumed: 0, total: seconds * SECOND, since: at, due: deadline(plan, [], calendar) };
  return { ...base, ...counted, promises, outcome: null, outcomeAt: null, targetNo: 1, crossed: [] };
}

/** The thresholds of the running stretch, with their instants. */
export function ahead(clock, calendar) {
  if (clock.state !== 'running' || clock.outcome !== null) return [];
  return clock.thresholds.flatMap((pct) => {
    if (pct === 100) return [{ pct, targetNo: clock.targetNo, due: clock.due }];
    const left = Math.ceil((pct * clock.total) / 100) - clock.consumed;
    return left <= 0 ? [] : [{ pct, targetNo: clock.targetNo, due: calendar(clock.plan.calendarId).add(clock.since, left) }];
  });
}

/** Lets the clock run until an instant: what lay on the way is crossed, and a deadline strictly before it is a breach. */
export function runUntil(clock, at, calendar) {
  const passed = ahead(clock, calendar).filter(({ pct, due }) => (pct === 100 ? due < at : due <= at));
  const breach = passed.find(({ pct }) => pct === 100);
  const crossed = [...clock.crossed, ...passed];
  return breach ? { ...clock, crossed, outcome: 'breached', outcomeAt: breach.due } : { ...clock, crossed };
}

function stopCounting(clock, at, calendar) {
  return { ...clock, consumed: consumedAt(clock, at, calendar), since: null };
}

function goOn(clock, at, calendar) {
  const gaps = all(clock, at);
  const running = { ...clock, state: 'running', gaps, openGap: undefined, since: at };
  return clock.outcome === null ? { ...running, due: Math.max(at, deadline(clock.plan, gaps, calendar)) } : running;
}

const median = (a, b, c) => [a, b, c].sort((x, y) => x.due - y.due)[1];

/** DOMAIN 4.3(7): the middle of three, and (7a): no later than what an earlier promise gives. */
function decide(clock, { at, calendarId, seconds, rule }, promises, gaps, calendar) {
  const dated = (plan, own = gaps) => ({ plan, due: deadline(plan, own, calendar) });
  const old = { plan: clock.plan, due: clock.due ?? deadline(clock.plan, gaps, calendar) };
  const retro = dated({ calendarId, seconds, from: clock.startedAt });
  const fresh = dated({ calendarId, seconds, from: at }, []);
  if (rule === 'restart') return fresh;
  if (rule === 'replay') return retro;
  const stricter = (target) => deadline({ ...target, from: clock.startedAt }, gaps, calendar) < retro.due;
  const kept = promises
    .filter(({ forgotten }) => !forgotten)
    .map(({ plan, target }) => {
      const promise = dated(plan);
      return stricter(target) ? median(promise, retro, fresh) : promise;
    });
  return [median(old, retro, fresh), ...kept].reduce((best, one) => (one.due < best.due ? one : best));
}

function retarget(before, step, calendar) {
  const { at, calendarId, seconds, requesterAsked } = step;
  const target = { calendarId, seconds };
  const targetNo = before.targetNo + 1;
  if (before.outcome !== null) return { ...before, target, targetNo };
  const gaps = all(before, at);
  const straight = (one) => deadline({ ...one, from: before.startedAt }, gaps, calendar);
  const retro = straight(target);
  const forgets = requesterAsked && straight(before.target) < retro;
  const promises = before.promises.map((promise) =>
    forgets && straight(promise.target) < retro ? { ...promise, forgotten: true } : promise,
  );
  const { plan, due } = decide(before, step, promises, gaps, calendar);
  const consumed = consumedAt(before, at, calendar);
  const walk = calendar(plan.calendarId);
  const remaining = due >= at ? walk.elapsed(at, due) : -walk.elapsed(due, at);
  const running = before.state === 'running';
  const after = {
    ...{ ...before, target, targetNo, plan, consumed, total: consumed + remaining, since: running ? at : null, due: running ? due : null },
    promises: [...promises, { no: targetNo, plan, target, forgotten: false }],
    ...(due < at ? { due, outcome: 'breached', outcomeAt: due } : {}),
  };
  return { ...after, crossed: [...after.crossed, ...jumped(before, after, at, consumed)] };
}

/** Thresholds that a change jumps over are recorded at its instant, under the new number. */
function jumped(before, after, at, consumed) {
  const reached = (pct, total) => consumed * 100 >= pct * total;
  const breached = after.outcome === 'breached';
  return after.thresholds
    .filter((pct) => (pct === 100 ? breached : !reached(pct, before.total) && (breached || reached(pct, after.total))))
    .map((pct) => ({ pct, targetNo: after.targetNo, due: pct === 100 ? after.outcomeAt : at, jumped: true }));
}

const STEPS = {
  paused: (clock, { at }, calendar) => ({
    ...stopCounting(clock, at, calendar),
    state: 'paused',
    openGap: at,
    due: clock.outcome ? clock.due : null,
  }),
  resumed: (clock, { at }, calendar) => goOn(clock, at, calendar),
  stopped(clock, { at }, calendar) {
    const stopped = { ...stopCounting(clock, at, calendar), state: 'stopped', gaps: all(clock, at), openGap: undefined, stoppedAt: at };
    return clock.outcome ? stopped : { ...stopped, outcome: 'met', outcomeAt: at };
  },
  reopened(clock, { at }, calendar) {
    const withdrawn = clock.outcome === 'met' ? { outcome: null, outcomeAt: null } : {};
    return goOn({ ...clock, ...withdrawn, openGap: clock.stoppedAt }, at, calendar);
  },
  cancelled: (clock, { at }, calendar) => ({
    ...stopCounting(clock, at, calendar),
    state: 'cancelled',
    due: clock.outcome ? clock.due : null,
  }),
  retargeted: retarget,
};

/**
 * The clock after its steps, as it stood just after the last of them.
 * @param {{ type: string, at: number }[]} steps
 * @throws {Error} for a step that this telling does not know
 */
export function expectedClock([first, ...rest], calendar) {
  return rest.reduce(
    (clock, step) => {
      if (!STEPS[step.type]) throw new Error(`unknown step ${step.type}`);
      return STEPS[step.type](runUntil(clock, step.at, calendar), step, calendar);
    },
    start(first, calendar),
  );
}
