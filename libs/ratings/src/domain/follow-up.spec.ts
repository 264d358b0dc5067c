import { describe, expect, it } from '@jest/globals';
import { type Window, WorkingCalendar } from '#calendars';
import { formatInstant, parseInstant } from '#kernel';
import { complete, dueAt, type FollowUp, isOverdue, remind } from './follow-up.js';

const HOURS: readonly Window[] = [['08:30', '17:00']];
const calendar = new WorkingCalendar({
  code: 'lv-8x5',
  nameLv: 'Darba dienas',
  nameEn: 'Working days',
  timezone: 'Europe/Riga',
  weekly: { '1': HOURS, '2': HOURS, '3': HOURS, '4': HOURS, '5': HOURS },
  exceptions: [{ date: '2026-11-18', kind: 'holiday', source: 'Proklamēšanas diena' }],
  shortenedByMinutes: 0,
});
const due = (at: string): string => formatInstant(dueAt(parseInstant(at), calendar));
const utc = (at: string): string => formatInstant(parseInstant(at));

const open: FollowUp = {
  id: 'f',
  ratingId: 'r',
  ticketId: 't',
  groupId: 'g',
  openedAt: parseInstant('2026-11-23T10:00:00+02:00'),
  dueAt: parseInstant('2026-11-25T17:00:00+02:00'),
  state: 'open',
  contacted: null,
  note: null,
  closedById: null,
  closedAt: null,
  reminders: 0,
  remindAt: null,
};

describe('a follow-up of a bad rating', () => {
  it('is due at the end of the second working day, weekends and holidays not counted', () => {
    expect(due('2026-11-23T10:00:00+02:00')).toBe(utc('2026-11-25T17:00:00+02:00'));
    expect(due('2026-11-20T23:00:00+02:00')).toBe(utc('2026-11-24T17:00:00+02:00'));
    expect(due('2026-11-16T08:00:00+02:00')).toBe(utc('2026-11-19T17:00:00+02:00'));
    expect(due('2026-11-21T12:00:00+02:00')).toBe(utc('2026-11-24T17:00:00+02:00'));
  });

  it('is overdue from that instant on, while nobody has done it', () => {
    expect(isOverdue(open, parseInstant('2026-11-25T16:59:59+02:00'))).toBe(false);
    expect(isOverdue(open, open.dueAt)).toBe(true);
    expect(isOverdue({ ...open, state: 'done' }, open.dueAt)).toBe(false);
  });

  it('is told of when it is overdue, again two working days later, and then no more', () => {
    const [first, second] = [remind(open, calendar), remind(remind(open, calendar), calendar)];
    expect([first.reminders, formatInstant(first.remindAt!)]).toEqual([1, utc('2026-11-27T17:00:00+02:00')]);
    expect([second.reminders, second.remindAt]).toEqual([2, null]);
  });

  it('keeps what was done, by whom and when, and is done once', () => {
    const at = parseInstant('2026-11-24T09:00:00+02:00');
    const done = complete(open, { by: 'rihards', at, note: 'Piezvanīju.', contacted: true });
    expect(done).toMatchObject({ state: 'done', note: 'Piezvanīju.', contacted: true, closedById: 'rihards', closedAt: at });
    expect(() => complete(done, { by: 'rihards', at, note: 'Vēlreiz.', contacted: true })).toThrow('ratings.follow-up-closed');
  });
});
