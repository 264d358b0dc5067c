import { join } from 'node:path';
import { parseInstant } from '#kernel';

/** What the modules of the fault run offer, as far as this file uses it. They are plain JavaScript, run on the build. */
interface Walk {
  add(from: number, length: number): number;
  elapsed(from: number, to: number): number;
}
interface Clock {
  readonly due: number | null;
  readonly outcome: string | null;
  readonly crossed: readonly { readonly pct: number; readonly targetNo: number; readonly due: number }[];
}
type Calendar = (id: string) => Walk;
interface Oracle {
  expectedClock(steps: readonly object[], calendar: Calendar): Clock;
  runUntil(clock: Clock, at: number, calendar: Calendar): Clock;
}

const folder = join(import.meta.dirname, 'checks');
const HOUR = 3600;
const week = Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [['08:30', '17:00']]]));
const always = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]]));
const micros = (text: string): number => parseInstant(text) as number;
/** March 2026, Riga's winter time. */
const march = (text: string): number => micros(`2026-03-${text}+02:00`);

describe('The telling that the fault run holds clocks against', () => {
  let oracle: Oracle;
  let calendar: Calendar;
  const target = (calendarId: string, hours: number) => ({ calendarId, seconds: hours * HOUR });
  const started = (at: number, of: object) => ({ type: 'started', at, thresholds: [50, 75, 90, 100], ...of });
  const changed = (at: number, of: object, requesterAsked = false) => ({
    type: 'retargeted',
    at,
    rule: 'middle_of_three',
    requesterAsked,
    ...of,
  });
  const due = (...steps: object[]): number | null => oracle.expectedClock(steps, calendar).due;

  beforeAll(async () => {
    const { MinuteWalk } = (await import(join(folder, 'minute-walk.mjs'))) as { MinuteWalk: new (of: object) => Walk };
    oracle = (await import(join(folder, 'expected-clock.mjs'))) as Oracle;
    const all: Record<string, Walk> = {
      office: new MinuteWalk({ timezone: 'Europe/Riga', weekly: week }),
      always: new MinuteWalk({ timezone: 'Europe/Riga', weekly: always }),
    };
    calendar = (id) => all[id] as Walk;
  });

  it('ends working time at the end of the day, and counts a night of daylight saving as it passes', () => {
    expect(calendar('office').add(march('02T09:00'), 8 * HOUR * 1e6)).toBe(march('02T17:00'));
    expect(calendar('always').add(micros('2026-03-29T01:30+02:00'), 4 * HOUR * 1e6)).toBe(micros('2026-03-29T06:30+03:00'));
    expect(calendar('always').elapsed(micros('2026-10-25T01:30+03:00'), micros('2026-10-25T04:30+02:00'))).toBe(4 * HOUR * 1e6);
  });

  it('gives the golden cases of a change in mid-flight (DOMAIN 4.3(7))', () => {
    const sixteen = started(march('02T09:00'), target('office', 16));
    expect(due(sixteen, changed(march('02T16:00'), target('always', 4)))).toBe(march('02T20:00'));
    expect(due(sixteen, changed(march('03T14:30'), target('office', 8)))).toBe(march('03T16:30'));
    expect(due(started(march('02T09:00'), target('office', 8)), changed(march('02T12:00'), target('office', 40)))).toBe(march('06T15:00'));
  });

  it('remembers promises (DOMAIN 4.3(7a)), unless the requester asked for the relaxation', () => {
    const urgent = started(march('02T09:00'), target('always', 4));
    const back = changed(march('02T12:55:01'), target('always', 4));
    expect(due(urgent, changed(march('02T12:55'), target('office', 40)), back)).toBe(march('02T13:00'));
    expect(due(urgent, changed(march('02T12:55'), target('office', 40), true), back)).toBeGreaterThan(march('02T13:00'));
  });

  it('leaves pauses out, meets a stop at the deadline and breaches one a microsecond after it', () => {
    const begun = started(march('02T09:00'), target('always', 4));
    const held = [begun, { type: 'paused', at: march('02T10:00') }, { type: 'resumed', at: march('02T11:00') }];
    expect(due(...held)).toBe(march('02T14:00'));
    const stop = (late: number) => oracle.expectedClock([...held, { type: 'stopped', at: march('02T14:00') + late }], calendar).outcome;
    expect([stop(0), stop(1)]).toEqual(['met', 'breached']);
  });

  it('crosses each threshold once, also over a reopening', () => {
    const steps = [
      started(march('02T09:00'), target('always', 4)),
      { type: 'stopped', at: march('02T11:30') },
      { type: 'reopened', at: march('02T20:00') },
    ];
    const clock = oracle.runUntil(oracle.expectedClock(steps, calendar), march('03T09:00'), calendar);
    expect(clock.crossed.map(({ pct, due: at }) => [pct, at])).toEqual([
      [50, march('02T11:00')],
      [75, march('02T20:30')],
      [90, march('02T21:06')],
      [100, march('02T21:30')],
    ]);
  });
});
