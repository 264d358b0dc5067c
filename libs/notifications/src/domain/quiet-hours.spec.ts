import { describe, expect, it } from '@jest/globals';
import { type Window, WorkingCalendar } from '#calendars';
import { formatInstant, parseInstant } from '#kernel';
import { outsideQuietHours } from './quiet-hours.js';

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

const sent = (at: string, quiet = { from: 20, to: 7 }): string => formatInstant(outsideQuietHours(parseInstant(at), quiet, calendar));

describe('a mail that asks for a rating', () => {
  it.each([
    ['in the middle of a working day leaves at once', '2026-11-24T14:30:00+02:00', '2026-11-24T14:30:00+02:00'],
    ['at 7:00 leaves at once', '2026-11-24T07:00:00+02:00', '2026-11-24T07:00:00+02:00'],
    ['a microsecond before 20:00 leaves at once', '2026-11-24T19:59:59.999999+02:00', '2026-11-24T19:59:59.999999+02:00'],
    ['at 20:00 waits for the next morning', '2026-11-24T20:00:00+02:00', '2026-11-25T07:00:00+02:00'],
    ['after midnight waits for the same morning', '2026-11-25T03:00:00+02:00', '2026-11-25T07:00:00+02:00'],
    ['on Friday evening waits for Monday', '2026-11-27T21:00:00+02:00', '2026-11-30T07:00:00+02:00'],
    ['on a Sunday waits for Monday', '2026-11-22T12:00:00+02:00', '2026-11-23T07:00:00+02:00'],
    ['on a holiday waits for the day after it', '2026-11-18T10:00:00+02:00', '2026-11-19T07:00:00+02:00'],
    ['on the eve of a holiday waits for the day after it', '2026-11-17T22:00:00+02:00', '2026-11-19T07:00:00+02:00'],
    ['over the night in which summer time begins waits for 7:00 of the new time', '2026-03-28T12:00:00+02:00', '2026-03-30T07:00:00+03:00'],
    ['over the night in which winter time begins waits for 7:00 of the new time', '2026-10-24T12:00:00+03:00', '2026-10-26T07:00:00+02:00'],
  ])('%s', (_, at, expected) => {
    expect(sent(at)).toBe(formatInstant(parseInstant(expected)));
  });

  it('waits for the end of quiet hours that do not pass midnight', () => {
    expect(sent('2026-11-24T12:30:00+02:00', { from: 12, to: 14 })).toBe(formatInstant(parseInstant('2026-11-24T14:00:00+02:00')));
    expect(sent('2026-11-24T11:59:00+02:00', { from: 12, to: 14 })).toBe(formatInstant(parseInstant('2026-11-24T11:59:00+02:00')));
  });
});
