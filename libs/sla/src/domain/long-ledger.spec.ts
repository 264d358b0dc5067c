import fc from 'fast-check';
import type { WorkingCalendar } from '#calendars';
import { instant, type Interval } from '#kernel';
import { seed } from '../../../../test/support/seed.js';
import { deadlineOf } from './clock-measures.js';
import type { Calendars } from './clock-state.js';
import { applyEntry, foldClock } from './fold-clock.js';
import type { LedgerEntry, Target } from './ledger-entry.js';
import { calendars, P1, P3, P5, riga } from './test/clock-story.js';

const MINUTE = 60_000_000;
const no = { reason: 'awaiting_requester', actorId: 'agent' };
const year: Target = { calendarId: '8x5', seconds: 2000 * 3600 };

/** A clock that was paused and resumed every ten minutes. */
function pausedOften(steps: number): LedgerEntry[] {
  const from = riga('2026-03-02 09:00');
  return Array.from({ length: steps }, (_, n): LedgerEntry => {
    const at = instant(from + n * 10 * MINUTE);
    if (n === 0) return { type: 'started', at, target: year, thresholds: [50, 75, 90, 100], ...no };
    return { type: n % 2 === 1 ? 'paused' : 'resumed', at, ...no };
  });
}

interface Work {
  /** Questions to calendars. */
  questions: number;
  /** Pauses that were handed to them. */
  pauses: number;
  /** Elements of lists that were walked or copied. */
  walked: number;
}

/** Counts what a fold does. Lists are watched by their iterator, which spreading and `for of` go through. */
function workOf(entries: readonly LedgerEntry[]): Work {
  const work: Work = { questions: 0, pauses: 0, walked: 0 };
  const counting: Calendars = (id) => {
    const real = calendars(id);
    const count = (pauses: readonly Interval[] = []): readonly Interval[] => {
      work.questions += 1;
      work.pauses += pauses.length;
      return pauses;
    };
    return {
      add: (start, amount, pauses) => real.add(start, amount, count(pauses)),
      elapsed: (from, to, pauses) => real.elapsed(from, to, count(pauses)),
    } satisfies Pick<WorkingCalendar, 'add' | 'elapsed'> as WorkingCalendar;
  };
  const iterate = Array.prototype[Symbol.iterator];
  Array.prototype[Symbol.iterator] = function walk<T>(this: T[]): ArrayIterator<T> {
    work.walked += this.length;
    return iterate.call(this) as ArrayIterator<T>;
  };
  try {
    foldClock(entries, counting);
  } finally {
    Array.prototype[Symbol.iterator] = iterate;
  }
  return work;
}

describe('a long ledger', () => {
  it('is folded with the same work for each step, however many came before it', () => {
    const [few, many] = [workOf(pausedOften(500)), workOf(pausedOften(5_000))];
    expect(few.questions).toBeGreaterThan(400);
    expect(many.questions).toBeLessThanOrEqual(10.1 * few.questions);
    expect(many.pauses).toBe(0);
    // The ledger itself is walked once, and a few short lists with each step.
    expect(few.walked).toBeGreaterThan(400);
    expect(many.walked).toBeLessThanOrEqual(10.1 * few.walked);
  });

  it('is due when its plan is counted anew from its beginning with every pause', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom('paused', 'resumed', 'stopped', 'reopened', 'retargeted'), fc.nat({ max: 400 })), {
      maxLength: 30,
    });
    const fits = {
      running: ['paused', 'stopped', 'retargeted'],
      paused: ['resumed', 'stopped', 'retargeted'],
      stopped: ['reopened'],
      cancelled: [],
    };
    const targets = fc.tuple(fc.constantFrom(P1, P3, P5, year), fc.constantFrom(P1, P3, P5, year));
    fc.assert(
      fc.property(moves, targets, fc.nat({ max: 10_000 }), (steps, [first, next], start) => {
        let at: number = riga('2026-06-15 00:00') + start * MINUTE;
        let clock = foldClock([{ type: 'started', at: instant(at), target: first, thresholds: [100], ...no }], calendars);
        for (const [type, minutes] of steps) {
          at += minutes * MINUTE;
          if (!(fits[clock.state] as string[]).includes(type)) continue;
          const step = { at: instant(at), ...no };
          const entry: LedgerEntry =
            type === 'retargeted'
              ? { ...step, type, target: next, rule: 'middle_of_three', requesterAsked: false }
              : { ...step, type: type as 'paused' };
          clock = applyEntry(clock, entry, calendars);
          if (clock.state !== 'running' || clock.outcome !== null) continue;
          const anew = deadlineOf(clock.plan, clock.gaps, calendars);
          expect(clock.dueAt).toBe(Math.max(anew, clock.gaps.at(-1)?.to ?? 0));
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  it('leaves a clock that it goes on from as it was', () => {
    const before = foldClock(pausedOften(20), calendars);
    const kept = structuredClone(before);
    const [after, other] = [1, 2].map((n) =>
      applyEntry(before, { type: 'resumed', at: instant(riga('2026-03-02 13:00') + n * MINUTE), ...no }, calendars),
    );
    expect(before).toEqual(kept);
    expect(after!.gaps).toHaveLength(other!.gaps.length);
    expect(after!.gaps.at(-1)).not.toEqual(other!.gaps.at(-1));
  });
});
