import { instant, parseInstant } from '#kernel';
import { type CalendarContent, compose } from './calendar-content.js';
import { compare } from './compare.js';
import { lv8x5, riga } from './test/calendars.js';
import { WorkingCalendar } from './working-calendar.js';

const identity = { code: 'lv-8x5', nameLv: '', nameEn: '', timezone: 'Europe/Riga' };
const { weekly, exceptions, shortenedByMinutes } = lv8x5.definition;
const inForce: CalendarContent = { validFrom: null, weekly, exceptions, recurringHolidays: [], shortenedByMinutes, source: 'a' };
const change = (part: Partial<CalendarContent>): CalendarContent => ({ ...inForce, validFrom: '2026-06-22', source: 'b', ...part });
const composed = (content: CalendarContent): WorkingCalendar => new WorkingCalendar(compose(identity, content, lv8x5.definition));

describe('a version that follows another (DOMAIN 4.2)', () => {
  it('holds from its date on, and leaves every instant before it as it was', () => {
    const next = composed(change({ weekly: { ...weekly, '1': [], '2': [] } }));
    const border = riga('2026-06-22 00:00');
    for (let day = 1; day < 400; day++) {
      const from = instant(border - day * 86_400_000_000);
      expect(next.elapsed(from, border)).toBe(lv8x5.elapsed(from, border));
    }
    expect(next.elapsed(border, riga('2026-07-06 00:00'))).toBeLessThan(lv8x5.elapsed(border, riga('2026-07-06 00:00')));
  });

  it('does not lengthen the day before its date, even where it takes a holiday away', () => {
    const without = exceptions.filter(({ date }) => date !== '2026-11-18');
    const next = composed(change({ validFrom: '2026-11-18', exceptions: without }));
    expect(next.describe('2026-11-17').windows).toEqual([['08:30', '16:00']]);
    expect(next.describe('2026-11-18')).toMatchObject({ kind: 'working', windows: [['08:30', '17:00']] });
  });

  it('chains: each date follows the version that held for it', () => {
    const second = compose(identity, change({ validFrom: '2026-03-02', weekly: { '1': [['10:00', '11:00']] } }), lv8x5.definition);
    const third = new WorkingCalendar(
      compose(identity, change({ validFrom: '2026-03-09', weekly: { '1': [['12:00', '14:00']] } }), second),
    );
    expect(['2026-02-23', '2026-03-02', '2026-03-09'].map((date) => third.describe(date).windows)).toEqual([
      [['08:30', '17:00']],
      [['10:00', '11:00']],
      [['12:00', '14:00']],
    ]);
    expect(third.add(riga('2026-02-27 16:30'), 4 * 3_600_000_000)).toBe(riga('2026-03-16 12:30'));
  });

  it('is round the clock only where the version before was, too', () => {
    const day = [['00:00', '24:00']] as const;
    const always = { '1': day, '2': day, '3': day, '4': day, '5': day, '6': day, '7': day };
    const content = change({ weekly: always, exceptions: [], shortenedByMinutes: 0 });
    expect(composed(content).continuous).toBe(false);
    expect(new WorkingCalendar(compose(identity, { ...content, validFrom: null }, undefined)).continuous).toBe(true);
    expect(composed(content).elapsed(parseInstant('2026-06-20T21:00:00Z'), parseInstant('2026-06-21T21:00:00Z'))).toBe(0);
  });
});

describe('what is most specific', () => {
  const one = { date: '2026-12-24', kind: 'one_off', windows: [['10:00', '12:00']] } as const;

  it('wins: an exception before a holiday of every year, that before the week', () => {
    const calendar = composed(change({ recurringHolidays: ['12-24', '12-30'], exceptions: [one] }));
    expect(calendar.describe('2026-12-24')).toMatchObject({ kind: 'one_off', windows: one.windows });
    expect(calendar.describe('2026-12-30')).toMatchObject({ kind: 'holiday', windows: [] });
    expect(calendar.describe('2026-12-29')).toMatchObject({ kind: 'shortened', windows: [['08:30', '16:00']] });
    expect(calendar.describe('2026-12-31')).toMatchObject({ kind: 'working' });
  });

  it('does not shorten a one-off day, whose hours were given to the minute', () => {
    const calendar = composed(change({ exceptions: [one, { date: '2026-12-25', kind: 'holiday' }] }));
    expect(calendar.describe('2026-12-24').windows).toEqual(one.windows);
  });

  it('takes the last hour from the window before where the last one is too short', () => {
    const lunch = [
      ['08:00', '12:00'],
      ['13:00', '13:30'],
    ] as const;
    const calendar = composed(change({ weekly: { ...weekly, '4': lunch }, exceptions: [{ date: '2026-12-25', kind: 'holiday' }] }));
    expect(calendar.describe('2026-12-24').windows).toEqual([['08:00', '11:30']]);
  });
});

describe('the comparison of a draft with what is in force', () => {
  it('finds nothing in a draft that says the same', () => {
    const same = { ...change({}), definition: compose(identity, change({}), lv8x5.definition) };
    const found = compare({ ...inForce, definition: lv8x5.definition }, same, '2026-06-01');
    expect(found).toMatchObject({ differences: [], days: 0 });
    expect(found.minutesAfter).toBe(found.minutesBefore);
  });

  it('sums the year that follows: a free day more is a day and its hours less', () => {
    const content = change({ exceptions: [...exceptions, { date: '2026-07-01', kind: 'holiday' }] });
    const draft = { ...content, definition: compose(identity, content, lv8x5.definition) };
    const found = compare({ ...inForce, definition: lv8x5.definition }, draft, '2026-06-01');
    expect(found.differences).toMatchObject([{ what: 'exception', date: '2026-07-01', before: null }]);
    // The day itself, and the last hour of the day before it.
    expect([found.days, found.minutesAfter - found.minutesBefore]).toEqual([2, -(510 + 60)]);
  });
});
