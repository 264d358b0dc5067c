import { lv8x5 } from '../domain/test/calendars.js';
import { latvianHolidays } from './latvian-holidays.js';

const seeded = (year: number): string[] =>
  lv8x5.definition.exceptions.filter(({ date, kind }) => kind === 'holiday' && date.startsWith(`${year}-`)).map(({ date }) => date);

describe('the public holidays of Latvia by the library', () => {
  it.each([2024, 2025, 2026, 2027])('are those of %s that the acts name, but for days that one act alone made free', async (year) => {
    const found = (await latvianHolidays(year)).map(({ date }) => date);
    expect(found.filter((date) => !seeded(year).includes(date))).toEqual([]);
    expect(seeded(year).filter((date) => !found.includes(date)).length).toBeLessThanOrEqual(1);
  });

  it('make the Monday free after a 4 May or 18 November on a weekend', async () => {
    const dates = (await latvianHolidays(2028)).map(({ date }) => date);
    expect(dates).toContain('2028-11-18');
    expect(dates).toContain('2028-11-20');
  });

  it('carry the names of the law in both languages', async () => {
    const found = await latvianHolidays(2030);
    expect(found.every(({ nameLv, nameEn }) => nameLv && nameEn && nameLv !== nameEn)).toBe(true);
    expect(found.find(({ date }) => date === '2030-06-09')).toMatchObject({ kind: 'holiday', nameLv: 'Vasarsvētki' });
  });
});
