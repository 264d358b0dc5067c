import fc from 'fast-check';
import { instant, parseInstant } from '#kernel';
import { explain } from './explanation.js';
import { MinuteOracle } from '../../../../test/support/minute-oracle.js';
import { seed } from '../../../../test/support/seed.js';
import { calendar, MINUTE, pausesAfter, start } from './test/random-calendars.js';
import { WorkingCalendar } from './working-calendar.js';

const situation = fc
  .tuple(calendar, start)
  .chain(([definition, from]) =>
    fc.tuple(fc.constant(definition), fc.constant(from), pausesAfter(from), fc.integer({ min: 1, max: 2400 })),
  );

describe(`the calendar against a minute-by-minute oracle (seed ${seed}; repeat with ATBALSTS_TEST_SEED)`, () => {
  it('adds like the oracle', () => {
    fc.assert(
      fc.property(situation, ([definition, from, pauses, minutes]) => {
        const expected = new MinuteOracle(definition).add(from, minutes, pauses);
        expect(new WorkingCalendar(definition).add(from, minutes * MINUTE, pauses)).toBe(expected);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('measures like the oracle, and explains what it measures', () => {
    fc.assert(
      fc.property(situation, ([definition, from, pauses, minutes]) => {
        const to = instant(from + minutes * 20 * MINUTE);
        const working = new WorkingCalendar(definition);
        expect(working.elapsed(from, to, pauses)).toBe(new MinuteOracle(definition).elapsed(from, to, pauses) * MINUTE);
        const parts = explain(working, from, to);
        expect(parts.filter((p) => p.counted).reduce((sum, p) => sum + (p.to - p.from), 0)).toBe(working.elapsed(from, to));
        expect([parts[0]!.from, parts.at(-1)!.to]).toEqual([from, to]);
        expect(parts.every((p, i) => i === 0 || p.from === parts[i - 1]!.to)).toBe(true);
      }),
      { seed, numRuns: 150 },
    );
  });

  it('what is added is what has elapsed, to the microsecond', () => {
    fc.assert(
      fc.property(situation, fc.nat({ max: 59_999_999 }), ([definition, from, pauses, minutes], rest) => {
        const working = new WorkingCalendar(definition);
        const amount = minutes * MINUTE + rest;
        expect(working.elapsed(from, working.add(from, amount, pauses), pauses)).toBe(amount);
      }),
      { seed, numRuns: 200 },
    );
  });
});

describe('a zone that skips a whole date', () => {
  it('has no working time on 30 December 2011 in Apia', () => {
    const all = {
      '1': [['00:00', '24:00']],
      '2': [['00:00', '24:00']],
      '3': [['00:00', '24:00']],
      '4': [['08:00', '16:00']],
      '5': [['08:00', '16:00']],
    } as const;
    const working = new WorkingCalendar({
      code: 'apia',
      nameLv: '',
      nameEn: '',
      timezone: 'Pacific/Apia',
      weekly: all,
      exceptions: [],
      shortenedByMinutes: 0,
    });
    expect(working.elapsed(parseInstant('2011-12-30T08:00:00Z'), parseInstant('2011-12-31T10:00:00Z'))).toBe(0);
  });
});
