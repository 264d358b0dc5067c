import { instant } from '#kernel';
import { hours, inRiga, lv8x5, riga, roundTheClock, utc } from './test/calendars.js';
import { WorkingCalendar } from './working-calendar.js';

describe('LV 8x5', () => {
  const due = (from: string, n: number) => inRiga(lv8x5.add(riga(from), hours(n)));

  it('works on Saturday 27 June 2026 in place of Monday 22 June, and stops at 16:00 as the day before Midsummer would have', () => {
    const day = lv8x5.dayAt(riga('2026-06-27 12:00'));
    expect(day.windows.map((w) => [inRiga(w.from), inRiga(w.to)])).toEqual([['2026-06-27 08:30', '2026-06-27 16:00']]);
    expect(lv8x5.dayAt(riga('2026-06-22 12:00')).kind).toBe('moved_day_off');
  });

  it('16 h from Thursday 25 June 2026 15:00 end on the moved Saturday at 14:00', () => {
    expect(due('2026-06-25 15:00', 16)).toBe('2026-06-27 14:00');
  });

  it('16 h from Friday 19 June 2026 15:00 end on Friday 26 June at 14:00', () => {
    expect(due('2026-06-19 15:00', 16)).toBe('2026-06-26 14:00');
  });

  it('2 h asked for on Saturday 20 June 2026 end on Thursday 25 June at 10:30', () => {
    expect(due('2026-06-20 12:00', 2)).toBe('2026-06-25 10:30');
  });

  it('ends at the end of a day, not on the next morning', () => {
    expect(due('2026-03-02 09:00', 8)).toBe('2026-03-02 17:00');
    expect(due('2026-06-26 16:00', 1)).toBe('2026-06-26 17:00');
  });

  it('one microsecond more than the day holds begins the next morning', () => {
    expect(lv8x5.add(riga('2026-03-02 09:00'), hours(8) + 1)).toBe(riga('2026-03-03 08:30') + 1);
  });

  it('an amount of nothing is used up at once, also at night', () => {
    expect(lv8x5.add(riga('2026-03-02 03:00'), 0)).toBe(riga('2026-03-02 03:00'));
  });

  it('does not count a pause', () => {
    const pause = { from: riga('2026-06-26 10:00'), to: riga('2026-06-26 12:00') };
    expect(inRiga(lv8x5.add(riga('2026-06-25 15:00'), hours(16), [pause]))).toBe('2026-06-27 16:00');
    const longer = { from: pause.from, to: riga('2026-06-26 12:30') };
    expect(inRiga(lv8x5.add(riga('2026-06-25 15:00'), hours(16), [longer]))).toBe('2026-06-29 09:00');
  });

  it('ends before a pause that begins when the amount is used up', () => {
    const pause = { from: riga('2026-03-02 10:00'), to: riga('2026-03-02 11:00') };
    expect(inRiga(lv8x5.add(riga('2026-03-02 09:00'), hours(1), [pause]))).toBe('2026-03-02 10:00');
  });

  it.each([
    ['November 2025', '2025-11-01', '2025-12-01', 19, 1],
    ['December 2025', '2025-12-01', '2026-01-01', 19, 2],
    ['January 2026', '2026-01-01', '2026-02-01', 21, 0],
  ])('knows the working days of %s and how many of them are an hour shorter', (_, from, to, days, shortened) => {
    const plans = lv8x5.daysBetween(riga(`${from} 00:00`), riga(`${to} 00:00`)).filter((d) => d.counted > 0);
    expect(plans).toHaveLength(days);
    expect(lv8x5.elapsed(riga(`${from} 00:00`), riga(`${to} 00:00`))).toBe(hours(days * 8.5 - shortened));
  });

  it('n working days after an instant is midnight at the end of the n-th one, moved Saturdays included', () => {
    expect(inRiga(lv8x5.workingDaysAfter(riga('2026-03-31 23:59'), 5))).toBe('2026-04-10 00:00');
    expect(inRiga(lv8x5.workingDaysAfter(riga('2026-06-26 09:00'), 1))).toBe('2026-06-28 00:00');
  });

  it('finds the next instant that counts', () => {
    expect(inRiga(lv8x5.next(riga('2026-06-20 12:00')))).toBe('2026-06-25 08:30');
    expect(inRiga(lv8x5.next(riga('2026-06-25 09:15')))).toBe('2026-06-25 09:15');
    expect(inRiga(lv8x5.next(riga('2026-06-25 17:00')))).toBe('2026-06-26 08:30');
  });

  it('keeps its hours on the wall clock over both changes of daylight saving', () => {
    expect(due('2026-03-27 16:00', 2)).toBe('2026-03-30 09:30');
    expect(due('2026-10-23 16:00', 2)).toBe('2026-10-26 09:30');
  });

  it('counts a year by blocks as it does by days', () => {
    const from = riga('2024-01-01 00:00');
    const to = riga('2026-01-01 00:00');
    const byDays = lv8x5.daysBetween(from, to).reduce((sum, day) => sum + day.counted, 0);
    expect(lv8x5.elapsed(from, to)).toBe(byDays);
    expect(lv8x5.add(from, byDays)).toBe(riga('2025-12-30 16:00'));
  });
});

describe('24x7', () => {
  it('counts absolute seconds in both nights of daylight saving', () => {
    expect(inRiga(roundTheClock.add(riga('2026-03-29 01:30'), hours(4)))).toBe('2026-03-29 06:30');
    expect(inRiga(roundTheClock.add(riga('2026-10-25 01:30'), hours(4)))).toBe('2026-10-25 04:30');
  });

  it('skips pauses', () => {
    const at = utc('2026-03-02T10:00:00Z');
    const pause = { from: instant(at + hours(1)), to: instant(at + hours(3)) };
    expect(roundTheClock.add(at, hours(2), [pause])).toBe(at + hours(4));
    expect(roundTheClock.elapsed(at, instant(at + hours(5)), [pause, pause])).toBe(hours(3));
  });
});

describe('a calendar without working time', () => {
  it('says so instead of looking for ever', () => {
    const empty = new WorkingCalendar({
      code: 'empty',
      nameLv: '',
      nameEn: '',
      timezone: 'Europe/Riga',
      weekly: {},
      exceptions: [],
      shortenedByMinutes: 0,
    });
    expect(() => empty.add(riga('2026-03-02 09:00'), 1)).toThrow('calendars.no-working-time');
    expect(() => empty.next(riga('2026-03-02 09:00'))).toThrow('calendars.no-working-time');
  });
});
