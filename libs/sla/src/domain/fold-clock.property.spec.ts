import fc from 'fast-check';
import { type CalendarDefinition, WorkingCalendar } from '#calendars';
import { instant, type Instant, type Interval, parseInstant } from '#kernel';
import { MinuteOracle } from '../../../../test/support/minute-oracle.js';
import { consumedAt, thresholdsAhead } from './clock-measures.js';
import { foldClock } from './fold-clock.js';
import type { LedgerEntry, Target } from './ledger-entry.js';

const MINUTE = 60_000_000;
const seed = Number(process.env['ATBALSTS_TEST_SEED'] ?? process.hrtime.bigint() % 2_147_483_647n);

const definition = (code: string, timezone: string, weekly: CalendarDefinition['weekly'], holidays: string[] = []): CalendarDefinition => ({
  code,
  nameLv: '',
  nameEn: '',
  timezone,
  weekly,
  exceptions: holidays.map((date) => ({ date, kind: 'holiday' as const })),
  shortenedByMinutes: code === 'office' ? 60 : 0,
});
const every = (from: string, to: string, days: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[]): CalendarDefinition['weekly'] =>
  Object.fromEntries(days.map((d) => [String(d), [[from, to]]]));

const DEFINITIONS = [
  definition('office', 'Europe/Riga', every('08:30', '17:00', [1, 2, 3, 4, 5]), ['2026-03-27', '2026-04-03', '2026-04-06']),
  definition('always', 'Europe/Riga', every('00:00', '24:00', [1, 2, 3, 4, 5, 6, 7])),
  definition('nights', 'Europe/Riga', {
    '6': [
      ['00:00', '05:00'],
      ['20:00', '24:00'],
    ],
    '7': [['00:00', '06:00']],
    '1': [['21:00', '24:00']],
    '2': [['03:00', '09:15']],
  }),
  definition('new-york', 'America/New_York', every('09:00', '12:30', [1, 2, 4, 6])),
];
const calendarOf = new Map(DEFINITIONS.map((d) => [d.code, new WorkingCalendar(d)]));
const oracleOf = new Map(DEFINITIONS.map((d) => [d.code, new MinuteOracle(d)]));
const calendars = (id: string): WorkingCalendar => calendarOf.get(id)!;

const target: fc.Arbitrary<Target> = fc.record({
  calendarId: fc.constantFrom(...DEFINITIONS.map((d) => d.code)),
  seconds: fc.integer({ min: 1, max: 1500 }).map((m) => m * 60),
});
const move = fc.oneof(
  fc.record({ kind: fc.constant('retarget' as const), target, asked: fc.boolean() }),
  fc.record({ kind: fc.constant('toggle' as const), target, asked: fc.boolean() }),
);
const story = fc.record({
  start: fc.integer({ min: 0, max: 14 * 1440 }).map((m) => instant(parseInstant('2026-03-20T00:00:00Z') + m * MINUTE)),
  target,
  moves: fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), move), { maxLength: 7 }),
});

interface Told {
  readonly entries: LedgerEntry[];
  readonly end: Instant;
}

function tell({
  start,
  target: first,
  moves,
}: {
  start: Instant;
  target: Target;
  moves: readonly (readonly [number, { kind: 'retarget' | 'toggle'; target: Target; asked: boolean }])[];
}): Told {
  const step = { reason: 'awaiting_requester', actorId: 'a' };
  const entries: LedgerEntry[] = [{ type: 'started', at: start, target: first, thresholds: [50, 75, 90, 100], ...step }];
  let at: Instant = start;
  let paused = false;
  for (const [after, { kind, target: next, asked }] of moves) {
    at = instant(at + after * MINUTE);
    if (kind === 'retarget')
      entries.push({ type: 'retargeted', at, target: next, rule: 'middle_of_three', requesterAsked: asked, ...step });
    else entries.push({ type: (paused = !paused) ? 'paused' : 'resumed', at, ...step });
  }
  return { entries, end: at };
}

/** The rules of DOMAIN 4.3 told anew over minutes: no stretch, total or plan number is kept, every date is walked from its beginning. */
function oracle(entries: readonly LedgerEntry[]): { due: Instant | null; breachedAt: Instant | null; consumed: number } {
  type Plan = { target: Target; from: Instant; given: Target; forgotten: boolean };
  let pauses: Interval[] = [];
  let pausedAt: Instant | null = null;
  let plans: Plan[] = [];
  let current: Plan | undefined;
  let breachedAt: Instant | null = null;
  let consumed = 0;
  let since: Instant = entries[0]!.at;
  const start = entries[0]!.at;
  const walk = (plan: { target: Target; from: Instant }, gaps: readonly Interval[]): Instant =>
    oracleOf.get(plan.target.calendarId)!.add(plan.from, plan.target.seconds / 60, gaps);
  const due = (at: Instant): Instant => {
    const end = walk(current!, pauses);
    const last = pauses.at(-1);
    return last && end < last.to && end >= last.from && last.to <= at ? last.to : end;
  };
  for (const entry of entries) {
    if (current && pausedAt === null) {
      if (breachedAt === null && due(entry.at) < entry.at) breachedAt = due(entry.at);
      consumed += oracleOf.get(current.target.calendarId)!.elapsed(since, entry.at);
    }
    since = entry.at;
    if (entry.type === 'started') {
      current = { target: entry.target, from: start, given: entry.target, forgotten: false };
      plans = [current];
    } else if (entry.type === 'paused') pausedAt = entry.at;
    else if (entry.type === 'resumed') {
      pauses = [...pauses, { from: pausedAt!, to: entry.at }];
      pausedAt = null;
    } else if (entry.type === 'retargeted' && breachedAt === null) {
      const gaps = pausedAt === null ? pauses : [...pauses, { from: pausedAt, to: entry.at }];
      const fromStart = (t: Target): Instant => walk({ target: t, from: start }, gaps);
      const given = plans.at(-1)!.given;
      const retro = { plan: { target: entry.target, from: start }, at: fromStart(entry.target) };
      const fresh = { plan: { target: entry.target, from: entry.at }, at: walk({ target: entry.target, from: entry.at }, []) };
      if (entry.requesterAsked && fromStart(given) < retro.at)
        plans = plans.map((p) => (fromStart(p.given) < retro.at ? { ...p, forgotten: true } : p));
      const median = (kept: { plan: { target: Target; from: Instant }; at: Instant }): typeof kept =>
        [kept, retro, fresh].sort((a, b) => a.at - b.at)[1]!;
      const all = [median({ plan: current!, at: pausedAt === null ? due(entry.at) : walk(current!, gaps) })];
      for (const p of plans.filter((one) => !one.forgotten)) {
        const kept = { plan: p, at: walk(p, gaps) };
        all.push(fromStart(p.given) < retro.at ? median(kept) : kept);
      }
      const best = all.reduce((a, b) => (b.at < a.at ? b : a));
      current = { target: best.plan.target, from: best.plan.from, given: entry.target, forgotten: false };
      plans = [...plans, current];
      if (best.at < entry.at) breachedAt = best.at;
    }
  }
  return { due: breachedAt ?? (pausedAt === null ? due(entries.at(-1)!.at) : null), breachedAt, consumed: consumed * MINUTE };
}

describe(`a clock against a minute-by-minute walk of its ledger (seed ${seed}; repeat with ATBALSTS_TEST_SEED)`, () => {
  it('is due, breached and consumed as the walk says', () => {
    fc.assert(
      fc.property(story, (told) => {
        const { entries, end } = tell(told);
        const clock = foldClock(entries, calendars);
        const expected = oracle(entries);
        expect({ due: clock.dueAt, breachedAt: clock.outcomeAt, consumed: consumedAt(clock, end, calendars) }).toEqual({ ...expected });
      }),
      { seed, numRuns: 300 },
    );
  });

  it('plans thresholds in order, each at its share of what is consumed and remains, the last at the deadline', () => {
    fc.assert(
      fc.property(story, (told) => {
        const clock = foldClock(tell(told).entries, calendars);
        const ahead = thresholdsAhead(clock, calendars);
        for (const { pct, dueAt } of ahead) {
          if (pct === 100) expect(dueAt).toBe(clock.dueAt);
          else expect(consumedAt(clock, dueAt, calendars)).toBe(Math.ceil((clock.total * pct) / 100));
        }
        expect(ahead.map((t) => t.dueAt)).toEqual([...ahead.map((t) => t.dueAt)].sort((a, b) => a - b));
      }),
      { seed, numRuns: 300 },
    );
  });

  it('never postpones by raising: a detour through any targets ends no later than the straight way', () => {
    fc.assert(
      fc.property(story, fc.array(target, { minLength: 1, maxLength: 3 }), target, ({ start, target: first, moves }, detour, last) => {
        const { entries, end } = tell({ start, target: first, moves: moves.filter(([, m]) => m.kind === 'toggle') });
        const change = (next: Target): LedgerEntry => ({
          type: 'retargeted',
          at: end,
          target: next,
          rule: 'middle_of_three',
          requesterAsked: false,
          reason: null,
          actorId: 'a',
        });
        const straight = foldClock([...entries, change(last)], calendars).promises.at(-1)!.deadline;
        const around = foldClock([...entries, ...detour.map(change), change(last)], calendars).promises.at(-1)!.deadline;
        expect(around).toBeLessThanOrEqual(straight);
      }),
      { seed, numRuns: 300 },
    );
  });
});
