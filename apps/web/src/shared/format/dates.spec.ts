import { describe, expect, it } from '@jest/globals';
import { ago, date, dateTime, dayRange, dayTime, timeOfDay } from './dates';
import { duration, fileSize, number, percentage } from './numbers';
import { daysBetween, inRiga } from './riga-time';

const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

describe('dates and numbers as in Latvia', () => {
  it('writes an instant in Europe/Riga, without a leading zero in the hour', () => {
    expect(dateTime('2026-11-22T07:14:00Z', 'lv')).toBe('22.11.2026. 9:14');
    expect(dateTime('2026-11-22T07:14:00Z', 'en')).toBe('22 Nov 2026, 9:14');
    expect(dayTime('2026-07-01T21:05:00Z', 'lv')).toBe('02.07. 0:05');
    expect(timeOfDay('2026-03-29T01:00:00Z')).toBe('4:00');
    expect(date('2025-12-31T22:30:00Z', 'lv')).toBe('01.01.2026.');
  });

  it('knows the weekday, Monday being the first', () => {
    expect(inRiga('2026-11-22T12:00:00Z').weekday).toBe(7);
    expect(inRiga('2026-11-23T12:00:00Z').weekday).toBe(1);
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
  });

  it('shortens a range of days inside one month', () => {
    expect(dayRange('2026-11-19T10:00:00Z', '2026-11-20T10:00:00Z', 'lv')).toBe('19.–20.11.');
    expect(dayRange('2026-11-30T10:00:00Z', '2026-12-01T10:00:00Z', 'en')).toBe('30 Nov–1 Dec');
  });

  it('says how long ago in words, and the date when it is long ago', () => {
    const now = Date.parse('2026-11-22T10:00:00Z');
    expect(plain(ago(now - 11 * 60_000, now, 'lv'))).toBe('pirms 11 min');
    expect(ago(now - 24 * 3_600_000, now, 'lv')).toBe('vakar');
    expect(ago(now - 20 * 86_400_000, now, 'lv')).toBe('02.11.2026.');
  });

  it('writes lengths of time, numbers and sizes', () => {
    expect([0, 59, 60, 5400, 57_600, -7800].map(duration)).toEqual(['0 min', '59 s', '1 min', '1 h 30 min', '16 h', '2 h 10 min']);
    expect(number(85.04, 'lv', 1)).toBe('85,0');
    expect(plain(number(12_345, 'lv'))).toBe('12 345');
    expect(plain(percentage(25, 'lv'))).toBe('25,0 %');
    expect(percentage(25, 'en')).toBe('25.0%');
    expect(fileSize(183_000, 'lv')).toBe('183 kB');
    expect(fileSize(3_420_000, 'lv')).toBe('3,4 MB');
  });
});
