import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type CalendarDefinition, WorkingCalendar } from '#calendars';
import { formatInstant, parseInstant } from '#kernel';
import { dueSteps, isOver, mayWrite, movedTo, opensAt, planOf, REMINDER_DAYS, workingDay, workingDaysBetween } from './campaign-plan.js';

const calendar = new WorkingCalendar(
  JSON.parse(readFileSync('migrations/seeds/reference/calendar-lv-8x5.json', 'utf8')) as CalendarDefinition,
);

/** Monday; 18 November is a holiday. Riga is at UTC+2. */
const days = { opensOn: '2026-11-09', closesOn: workingDay(calendar, '2026-11-09', 15), reminderDays: REMINDER_DAYS };
const plan = planOf(calendar, days);
const at = parseInstant;
const due = (now: string, taken: { kind: 'invitation' | 'reminder' | 'coverage'; number: number }[] = [], paused = false) =>
  dueSteps(calendar, plan, { taken, paused, now: at(now) });
const invited = { kind: 'invitation', number: 0 } as const;
const reminded = { kind: 'reminder', number: 1 } as const;

describe('the plan of a campaign', () => {
  it('counts reminders, coverage and closing in working days, over the holiday, and writes at 9:00', () => {
    expect(plan.map(({ kind, number, on, at: when }) => `${kind} ${number} ${on} ${formatInstant(when)}`)).toEqual([
      'invitation 0 2026-11-09 2026-11-09T07:00:00.000Z',
      'reminder 1 2026-11-16 2026-11-16T07:00:00.000Z',
      'reminder 2 2026-11-24 2026-11-24T07:00:00.000Z',
      'coverage 0 2026-11-24 2026-11-24T07:00:00.000Z',
      'closing 0 2026-12-01 2026-12-01T22:00:00.000Z',
    ]);
  });

  it('keeps 9:00 over the change of daylight saving', () => {
    const [first, second] = planOf(calendar, { opensOn: '2026-10-23', closesOn: '2026-11-20', reminderDays: [5] });
    expect(formatInstant(first!.at)).toBe('2026-10-23T06:00:00.000Z');
    expect(formatInstant(second!.at)).toBe('2026-10-30T07:00:00.000Z');
  });

  it('leaves out what would come after the closing', () => {
    const short = planOf(calendar, { ...days, closesOn: '2026-11-20' });
    expect(short.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['invitation 0', 'reminder 1', 'closing 0']);
  });

  it('opens on the next working day where its day is none', () => {
    expect(formatInstant(opensAt(calendar, '2026-11-21'))).toBe('2026-11-23T07:00:00.000Z');
    expect(formatInstant(opensAt(calendar, '2026-11-18'))).toBe('2026-11-19T07:00:00.000Z');
  });

  it('keeps its length in working days when it opens on another date', () => {
    expect(workingDaysBetween(calendar, days.opensOn, days.closesOn)).toBe(15);
    const moved = movedTo(calendar, days, '2026-12-14');
    expect(moved.opensOn).toBe('2026-12-14');
    expect(workingDaysBetween(calendar, moved.opensOn, moved.closesOn)).toBe(15);
    expect(movedTo(calendar, days, days.opensOn)).toEqual(days);
  });
});

describe('what is due', () => {
  it('is nothing before 9:00, and the reminder from 9:00 on', () => {
    expect(due('2026-11-16T06:59:59Z', [invited])).toEqual([]);
    expect(due('2026-11-16T07:00:00Z', [invited])).toEqual([{ ...reminded, outcome: 'sent' }]);
  });

  it('is nothing twice', () => {
    expect(due('2026-11-16T08:00:00Z', [invited, reminded])).toEqual([]);
  });

  it('waits through nights, weekends and holidays', () => {
    expect(due('2026-11-16T15:00:00Z', [invited])).toEqual([]);
    expect(due('2026-11-18T09:00:00Z', [invited])).toEqual([]);
    expect(due('2026-11-21T09:00:00Z', [invited])).toEqual([]);
    expect(due('2026-11-19T07:30:00Z', [invited])).toEqual([{ ...reminded, outcome: 'sent' }]);
    expect(mayWrite(calendar, at('2026-11-19T06:45:00Z'))).toBe(false);
  });

  it('is nothing during a pause', () => {
    expect(due('2026-11-17T08:00:00Z', [invited], true)).toEqual([]);
  });

  it('is only the last of several reminders that a pause held back, beside the coverage', () => {
    expect(due('2026-11-24T08:00:00Z', [invited])).toEqual([
      { kind: 'reminder', number: 1, outcome: 'skipped' },
      { kind: 'reminder', number: 2, outcome: 'sent' },
      { kind: 'coverage', number: 0, outcome: 'sent' },
    ]);
  });

  it('ends with the last day', () => {
    expect(isOver(calendar, days, at('2026-12-01T21:59:59Z'))).toBe(false);
    expect(isOver(calendar, days, at('2026-12-01T22:00:00Z'))).toBe(true);
  });
});
