import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instant, type Interval, parseInstant } from '#kernel';
import { MinuteOracle } from '../../../../test/support/minute-oracle.js';
import { seed } from '../../../../test/support/seed.js';
import { findSlot, inAll } from './free-slot.js';
import { asWeek, hoursWithin, type Maintenance, type WeeklyHours } from './maintenance-hours.js';

const MINUTE = 60_000_000;
/** Days around both nights of daylight saving, and an ordinary one. */
const STARTS = ['2026-03-26T10:00:00Z', '2026-10-22T10:00:00Z', '2026-11-20T10:00:00Z', '2027-03-26T22:00:00Z'].map(parseInstant);
const DAYS = 9;

const time = fc
  .integer({ min: 0, max: 95 })
  .map((n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`);
const hours: fc.Arbitrary<WeeklyHours> = fc
  .record({ weekday: fc.integer({ min: 1, max: 7 }), from: time, to: time })
  .filter(({ from, to }) => from !== to);
/** The maintenance of up to two services; none leaves all time free. */
const services = fc.array(fc.array(hours, { minLength: 1, maxLength: 4 }), { maxLength: 2 });
const busy = fc.array(fc.record({ at: fc.integer({ min: -600, max: DAYS * 1440 }), minutes: fc.integer({ min: 1, max: 2_000 }) }), {
  maxLength: 12,
});

/** Walks on from minute to minute and tries each quarter of an hour: every minute of the slot must be maintenance time of all, and free. */
function bruteForce(
  from: number,
  until: number,
  minutes: number,
  oracles: readonly MinuteOracle[],
  blocked: readonly Interval[],
): number | undefined {
  const fits = (at: number): boolean =>
    oracles.every((oracle) => oracle.counts(at)) && !blocked.some((one) => one.from <= at && at < one.to);
  let run = 0;
  for (let at = from; at < until; at += MINUTE) {
    run = fits(at) ? run + 1 : 0;
    // The slot that ends with this minute, if it begins on a quarter.
    for (let start = at + MINUTE - run * MINUTE; start <= at + MINUTE - minutes * MINUTE; start += MINUTE)
      if (start % (15 * MINUTE) === 0) return start;
  }
  return undefined;
}

describe(`The next free slot, against a minute-by-minute search (seed ${seed}; repeat with ATBALSTS_TEST_SEED)`, () => {
  it('is the earliest quarter of an hour from which all is free and inside the maintenance of all services', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STARTS),
        fc.nat({ max: 1_440 }),
        fc.integer({ min: 5, max: 400 }),
        services,
        busy,
        (start, late, minutes, weeks, taken) => {
          const from = instant(start + late * MINUTE);
          const until = instant(start + DAYS * 1440 * MINUTE);
          const blocked = taken.map(({ at, minutes: length }) => ({
            from: instant(start + at * MINUTE),
            to: instant(start + (at + length) * MINUTE),
          }));
          const lists = weeks.map((weekly) => {
            const one: Maintenance = { serviceId: 's', weekly, validFrom: '2020-01-01', validTo: null, period: null };
            return hoursWithin([one], { from, to: until });
          });
          const oracles = weeks.map(
            (weekly) =>
              new MinuteOracle({
                ...{ code: 'm', nameLv: '', nameEn: '', exceptions: [], shortenedByMinutes: 0 },
                timezone: 'Europe/Riga',
                weekly: asWeek(weekly),
              }),
          );
          const found = findSlot({ from, until, length: minutes * MINUTE, allowed: inAll(lists), blocked });
          expect(found.slot?.from).toBe(bruteForce(from, until, minutes, oracles, blocked));
          if (found.slot) expect(found.slot.to - found.slot.from).toBe(minutes * MINUTE);
          for (const one of found.skipped) expect(one.from).toBeLessThan(found.slot?.to ?? until);
        },
      ),
      { seed, numRuns: 150 },
    );
  });
});
