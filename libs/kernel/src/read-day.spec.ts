import { readDay } from './read-day.js';

describe('a day in a file', () => {
  it('is read as people write it in Latvia and in programs', () => {
    for (const text of ['2026-11-22', '22.11.2026', '22.11.2026.']) expect(readDay(text)).toBe('2026-11-22');
    expect(readDay('1.2.2028')).toBe('2028-02-01');
    expect(readDay('29.2.2028.')).toBe('2028-02-29');
  });

  it('is none where there is no such day, or the form could mean another', () => {
    for (const text of ['29.02.2026', '2026-13-01', '11/22/2026', '22.11.26', '', '2026-11-22T00:00'])
      expect(readDay(text)).toBeUndefined();
  });
});
