import { describe, expect, it } from '@jest/globals';
import { type CalendarDefinition, WorkingCalendar } from '#calendars';
import { Duty } from './duty.js';
import { dutyLoad, personHoursOf, unattended } from './duty-load.js';
import { daysBetween } from './load-days.js';
import { NO_LOAD } from './load-heat.js';

const OFFICE: readonly (readonly [string, string])[] = [['08:30', '17:00']];
const definition = (code: string, weekly: object, exceptions: object[] = []): CalendarDefinition =>
  ({ code, timezone: 'Europe/Riga', weekly, exceptions, shortenedByMinutes: 60 }) as unknown as CalendarDefinition;
const office = new WorkingCalendar(
  definition('office', { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE }, [
    { date: '2026-11-18', kind: 'holiday', nameLv: 'Svētki', nameEn: 'Holiday' },
    { date: '2026-11-28', kind: 'moved_working_day', replaces: '2026-11-27', nameLv: 'Pārcelta', nameEn: 'Moved' },
  ]),
);
const ALWAYS: readonly (readonly [string, string])[] = [['00:00', '24:00']];
const always = new WorkingCalendar(definition('always', { 1: ALWAYS, 2: ALWAYS, 3: ALWAYS, 4: ALWAYS, 5: ALWAYS, 6: ALWAYS, 7: ALWAYS }));

const groups = [
  { groupId: 'line', calendar: office, memberIds: ['a', 'b', 'c'] },
  { groupId: 'night', calendar: always, memberIds: ['c', 'd'] },
];
const hoursOn = (date: string): number => personHoursOf(new Duty(groups), daysBetween(date, date)[0]!);

describe('people on duty', () => {
  it('are counted once each, in the hours of their calendars; half an hour is half a person', () => {
    const duty = new Duty(groups);
    const [monday] = daysBetween('2026-11-16', '2026-11-16');
    expect(duty.people).toBe(4);
    expect([3, 8, 9, 16, 17].map((hour) => duty.at(monday!.first + hour))).toEqual([2, 3, 4, 4, 2]);
  });

  it('follow holidays and the short days before them, worked Saturdays and the nights when the clock is moved', () => {
    expect([hoursOn('2026-11-17'), hoursOn('2026-11-18'), hoursOn('2026-11-28')]).toEqual([2 * 7.5 + 48, 48, 2 * 8.5 + 48]);
    expect([hoursOn('2026-03-29'), hoursOn('2026-10-25')]).toEqual([46, 50]);
  });

  it('are held against what came', () => {
    const days = daysBetween('2026-11-16', '2026-11-22');
    const load = new Map([
      [days[0]!.first + 9, { ...NO_LOAD, arrived: 6 }],
      [days[0]!.first + 20, { ...NO_LOAD, arrived: 2 }],
      [days[2]!.first + 10, { ...NO_LOAD, arrived: 1 }],
    ]);
    const alone = dutyLoad(new Duty(groups.slice(0, 1)), days, load, Infinity);
    expect(alone).toMatchObject({ arrived: 9, personHours: 3 * (7.5 + 3 * 8.5) });
    expect(alone.cells[9]).toEqual({ weekday: 1, hour: 9, hours: 1, personHours: 3, arrived: 6 });
    expect(alone.days[2]).toMatchObject({ personHours: 0, arrived: 1 });
    expect(dutyLoad(new Duty(groups), days, load, days[1]!.first).days).toHaveLength(1);
  });

  it('leave alone what comes when nobody of its group is there; without a group anybody will do', () => {
    const dutyOf = new Map(groups.map((group) => [group.groupId, new Duty([group])]));
    const evening = daysBetween('2026-11-16', '2026-11-16')[0]!.first + 20;
    const came = ['line', 'night', 'nobody'].map((groupId) => ({ hour: evening, groupId, arrived: 2 }));
    expect(unattended(came, dutyOf, new Duty(groups))).toBe(2);
    expect(unattended(came, dutyOf, new Duty([]))).toBe(4);
  });
});
