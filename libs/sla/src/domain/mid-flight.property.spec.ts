import fc from 'fast-check';
import { instant, type Instant } from '#kernel';
import { seed } from '../../../../test/support/seed.js';
import { consumedAt } from './clock-measures.js';
import type { Change, ClockState } from './clock-state.js';
import { applyEntry, foldClock } from './fold-clock.js';
import type { LedgerEntry, Target } from './ledger-entry.js';
import { calendars, P1, P2, P3, P4, P5, riga, Story } from './test/clock-story.js';

const MINUTE = 60_000_000;

const target = fc.constantFrom<Target>(P1, P2, P3, P4, P5);
const no = { reason: null, actorId: 'agent' };

/** A running clock that was paused up to twice, and an instant before its deadline, both anywhere around a moved Saturday and Midsummer. */
interface Running {
  readonly entries: readonly LedgerEntry[];
  readonly at: Instant;
}

const running: fc.Arbitrary<Running> = fc
  .record({
    start: fc.integer({ min: 0, max: 12 * 1440 }).map((m) => instant(riga('2026-06-15 00:00') + m * MINUTE)),
    first: target,
    pauses: fc.array(fc.tuple(fc.nat({ max: 600 }), fc.integer({ min: 1, max: 3000 })), { maxLength: 2 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ start, first, pauses, share }): Running => {
    const entries: LedgerEntry[] = [{ type: 'started', at: start, target: first, thresholds: [50, 75, 90, 100], ...no }];
    let at: number = start;
    for (const [after, length] of pauses) {
      entries.push({ type: 'paused', at: instant(at + after * MINUTE), ...no });
      at += (after + length) * MINUTE;
      entries.push({ type: 'resumed', at: instant(at), ...no });
    }
    const due = foldClock(entries, calendars).dueAt!;
    return { entries, at: instant(Math.floor(at + Math.max(0, due - at) * share)) };
  })
  .filter(({ entries, at }) => {
    const clock = foldClock(entries, calendars);
    return clock.outcome === null && clock.dueAt !== null && clock.dueAt >= at;
  });

const changed = ({ entries, at }: Running, to: Target): { before: ClockState; after: ClockState; change: Change } => {
  const before = foldClock(entries, calendars);
  const entry: LedgerEntry = { type: 'retargeted', at, target: to, rule: 'middle_of_three', requesterAsked: false, ...no };
  const after = applyEntry(before, entry, calendars);
  return { before, after, change: after.changes.at(-1)! };
};
const check = (law: (clock: Running, to: Target) => void): void => fc.assert(fc.property(running, target, law), { seed, numRuns: 300 });

describe(`DOMAIN 4.3(7): the first change of a running clock (seed ${seed}; repeat with ATBALSTS_TEST_SEED)`, () => {
  it('takes the middle of the old deadline, the replayed one and the fresh one', () => {
    check((clock, to) => {
      const { change } = changed(clock, to);
      expect(change.deadline).toBe([change.old, change.retro, change.fresh].sort((a, b) => a - b)[1]);
    });
  });

  it('raising never postpones, and never breaches at once', () => {
    check((clock, to) => {
      const { before, after, change } = changed(clock, to);
      fc.pre(change.retro <= change.old);
      expect(change.deadline).toBeLessThanOrEqual(before.dueAt!);
      expect(change.deadline).toBeGreaterThanOrEqual(clock.at);
      expect(after.outcome).toBeNull();
    });
  });

  it('relaxing replays honestly: as if the new target had held from the start', () => {
    check((clock, to) => {
      const { change } = changed(clock, to);
      fc.pre(change.retro >= change.old);
      expect(change.deadline).toBe(change.retro);
    });
  });

  it('what was consumed is counted once and never again', () => {
    check((clock, to) => {
      const { before, after } = changed(clock, to);
      expect(consumedAt(after, clock.at, calendars)).toBe(consumedAt(before, clock.at, calendars));
      expect(after.stretches.slice(0, before.stretches.length)).toEqual(before.stretches);
    });
  });

  it('raises the number of the target and of the plan, and keeps both targets, the three dates and the actor', () => {
    check((clock, to) => {
      const { before, after, change } = changed(clock, to);
      expect([after.targetNo, after.planNo]).toEqual([before.targetNo + 1, before.planNo + 1]);
      expect(change).toMatchObject({ at: clock.at, actorId: 'agent', from: before.target, to });
    });
  });
});

describe(`DOMAIN 4.3(7a): changes back and forth (seed ${seed}; repeat with ATBALSTS_TEST_SEED)`, () => {
  it('there and back again at once gives exactly the deadline that was there', () => {
    check((clock, to) => {
      const { before, after } = changed(clock, to);
      fc.pre(before.target !== to);
      const back: LedgerEntry = {
        type: 'retargeted',
        at: clock.at,
        target: before.target,
        rule: 'middle_of_three',
        requesterAsked: false,
        ...no,
      };
      const again = applyEntry(after, back, calendars);
      expect(again.dueAt).toBe(before.dueAt);
      expect(again.outcome).toBeNull();
    });
  });
});

describe('DOMAIN 4.3(7a): a clock that was paused at its very deadline', () => {
  const paused = Story.started('2026-03-02 09:00', P1).paused('2026-03-02 13:00');

  it('is due when it is resumed, and no detour at that instant makes it late', () => {
    expect(paused.resumed('2026-03-02 15:00').retargeted('2026-03-02 15:00', P4).retargeted('2026-03-02 15:00', P1).clock).toMatchObject({
      outcome: null,
      dueAt: riga('2026-03-02 15:00'),
    });
  });

  it('is not late by a change while it is still paused', () => {
    const changed = paused.retargeted('2026-03-02 14:00', P2).retargeted('2026-03-02 14:30', P1);
    expect(changed.clock).toMatchObject({ state: 'paused', outcome: null });
    expect(changed.resumed('2026-03-02 15:00').clock).toMatchObject({ outcome: null, dueAt: riga('2026-03-02 15:00') });
  });
});

describe(`DOMAIN 4.3(8): a breach (seed ${seed}; repeat with ATBALSTS_TEST_SEED)`, () => {
  it('stays, with its instant, whatever comes after it', () => {
    const later = fc.array(fc.constantFrom('paused', 'resumed', 'stopped', 'reopened', 'retargeted', 'cancelled'), { maxLength: 12 });
    fc.assert(
      fc.property(running, target, later, ({ entries }, to, steps) => {
        const before = foldClock(entries, calendars);
        let clock = before;
        let at: number = before.dueAt! + 1;
        for (const type of steps) {
          at += 7 * MINUTE;
          const step = { at: instant(at), ...no };
          const entry: LedgerEntry =
            type === 'retargeted' ? { ...step, type, target: to, rule: 'middle_of_three', requesterAsked: true } : { ...step, type };
          const fits: Record<ClockState['state'], readonly string[]> = {
            running: ['paused', 'stopped', 'retargeted', 'cancelled'],
            paused: ['resumed', 'stopped', 'retargeted', 'cancelled'],
            stopped: ['reopened'],
            cancelled: [],
          };
          if (!fits[clock.state].includes(type)) continue;
          clock = applyEntry(clock, entry, calendars);
          expect(clock).toMatchObject({ outcome: 'breached', outcomeAt: before.dueAt, dueAt: before.dueAt });
        }
      }),
      { seed, numRuns: 200 },
    );
  });
});
