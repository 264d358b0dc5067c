import fc from 'fast-check';
import { type CalendarDefinition, WorkingCalendar } from '#calendars';
import { instant, type Instant, type Interval, parseInstant } from '#kernel';
import { seed } from '../../../../test/support/seed.js';
import { MinuteOracle } from '../../../../test/support/minute-oracle.js';
import { consumedAt, thresholdsAhead } from './clock-measures.js';
import { foldClock } from './fold-clock.js';
import type { LedgerEntry, Target } from './ledger-entry.js';

const MINUTE = 60_000_000;

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
    else {
      paused = !paused;
      entries.push({ type: paused ? 'paused' : 'resumed', at, ...step });
    }
  }
  return { entries, end: at };
}

interface OraclePlan {
  readonly target: Target;
  readonly from: Instant;
  /** The target that was asked for when the plan was given. */
  readonly given: Target;
  readonly forgotten: boolean;
}

/** One that is used up when a pause begins is due when it ends, though another begin there. */
const walk = (plan: Pick<OraclePlan, 'target' | 'from'>, gaps: readonly Interval[]): Instant => {
  let end = oracleOf.get(plan.target.calendarId)!.add(plan.from, plan.target.seconds / 60, gaps);
  for (const gap of gaps) if (gap.from <= end && end < gap.to) end = gap.to;
  return end;
};

/** The rules of DOMAIN 4.3 told anew over minutes: no stretch, total or plan number is kept, every date is walked from its beginning. */
class ClockOracle {
  private pauses: Interval[] = [];
  private pausedAt: Instant | null = null;
  private plans: OraclePlan[];
  private since: Instant;
  breachedAt: Instant | null = null;
  minutes = 0;

  constructor(
    private readonly start: Instant,
    target: Target,
  ) {
    this.plans = [{ target, from: start, given: target, forgotten: false }];
    this.since = start;
  }

  get due(): Instant | null {
    return this.breachedAt ?? (this.pausedAt === null ? this.runningDue() : null);
  }

  tell(entry: LedgerEntry): void {
    if (this.pausedAt === null) {
      if (this.breachedAt === null && this.runningDue() < entry.at) this.breachedAt = this.runningDue();
      this.minutes += oracleOf.get(this.plan.target.calendarId)!.elapsed(this.since, entry.at);
    }
    this.since = entry.at;
    if (entry.type === 'paused') this.pausedAt = entry.at;
    else if (entry.type === 'resumed') this.resume(entry.at);
    else if (entry.type === 'retargeted' && this.breachedAt === null) this.change(entry.at, entry.target, entry.requesterAsked);
  }

  private get plan(): OraclePlan {
    return this.plans.at(-1)!;
  }

  private resume(at: Instant): void {
    this.pauses = [...this.pauses, { from: this.pausedAt!, to: at }];
    this.pausedAt = null;
  }

  private runningDue(): Instant {
    return walk(this.plan, this.pauses);
  }

  private change(at: Instant, target: Target, asked: boolean): void {
    const gaps = this.pausedAt === null ? this.pauses : [...this.pauses, { from: this.pausedAt, to: at }];
    const fromStart = (t: Target): Instant => walk({ target: t, from: this.start }, gaps);
    const retro = { plan: { target, from: this.start }, at: fromStart(target) };
    const fresh = { plan: { target, from: at }, at: walk({ target, from: at }, []) };
    const old = { plan: this.plan, at: this.pausedAt === null ? this.runningDue() : walk(this.plan, gaps) };
    if (asked && fromStart(this.plan.given) < retro.at)
      this.plans = this.plans.map((p) => ({ ...p, forgotten: p.forgotten || fromStart(p.given) < retro.at }));
    const median = (kept: typeof retro): typeof retro => [kept, retro, fresh].sort((a, b) => a.at - b.at)[1]!;
    const remembered = this.plans
      .filter((p) => !p.forgotten)
      .map((p) => ({ stricter: fromStart(p.given) < retro.at, kept: { plan: p, at: walk(p, gaps) } }))
      .map(({ stricter, kept }) => (stricter ? median(kept) : kept));
    const best = [median(old), ...remembered].reduce((a, b) => (b.at < a.at ? b : a));
    this.plans = [...this.plans, { target: best.plan.target, from: best.plan.from, given: target, forgotten: false }];
    if (best.at < at) this.breachedAt = best.at;
  }
}

function oracle(entries: readonly LedgerEntry[]): { due: Instant | null; breachedAt: Instant | null; consumed: number } {
  const [first, ...rest] = entries;
  if (first?.type !== 'started') throw new Error('a story begins with its start');
  const told = new ClockOracle(first.at, first.target);
  for (const entry of rest) told.tell(entry);
  return { due: told.due, breachedAt: told.breachedAt, consumed: told.minutes * MINUTE };
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
      { seed, numRuns: 120 },
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
      { seed, numRuns: 150 },
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
      { seed, numRuns: 150 },
    );
  });
});
