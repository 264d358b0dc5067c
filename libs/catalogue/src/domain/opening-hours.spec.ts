import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CalendarDefinition, WorkingCalendar } from '#calendars';
import { formatInstant, parseInstant } from '#kernel';
import { openingHours } from './opening-hours.js';

const seeded = (name: string): CalendarDefinition =>
  JSON.parse(readFileSync(join(process.cwd(), 'migrations/seeds/reference', `calendar-${name}.json`), 'utf8')) as CalendarDefinition;

const lv8x5 = new WorkingCalendar(seeded('lv-8x5'));
const at = (text: string): string => formatInstant(parseInstant(text)).slice(0, 16);
const said = (text: string, calendar = lv8x5) => {
  const { until, opensAt, ...rest } = openingHours(calendar, parseInstant(text));
  return { ...rest, until: until && formatInstant(until).slice(0, 16), opensAt: opensAt && formatInstant(opensAt).slice(0, 16) };
};

describe('opening hours', () => {
  it('say until when the desk is open today', () => {
    // Thursday, noon in Riga (summer: three hours ahead of UTC).
    expect(said('2026-06-25T09:00:00Z')).toMatchObject({ open: true, until: at('2026-06-25T14:00:00Z'), opensAt: null, always: false });
  });

  it('are over at the very instant of closing, and say when the desk opens again', () => {
    expect(said('2026-06-25T14:00:00Z')).toMatchObject({ open: false, until: null, opensAt: at('2026-06-26T05:30:00Z') });
  });

  it('name the holiday that keeps the desk closed, and skip the days after it', () => {
    const { open, opensAt, days } = said('2026-12-24T10:00:00Z');
    expect({ open, opensAt }).toEqual({ open: false, opensAt: at('2026-12-28T06:30:00Z') });
    expect(days[0]).toMatchObject({
      date: '2026-12-24',
      kind: 'holiday',
      windows: [],
      name: { lv: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) },
    });
    expect(days).toHaveLength(7);
    expect(days[4]).toMatchObject({ date: '2026-12-28', kind: 'working', windows: [['08:30', '17:00']], name: null });
  });

  it('end an hour earlier before a holiday, and keep a moved working Saturday', () => {
    expect(said('2026-12-23T07:00:00Z')).toMatchObject({ open: true, until: at('2026-12-23T14:00:00Z') });
    // 27 June 2026 is worked in place of the 22nd.
    expect(said('2026-06-27T07:00:00Z')).toMatchObject({ open: true, until: at('2026-06-27T13:00:00Z') });
  });

  it('never end where somebody is always there', () => {
    expect(said('2026-12-24T23:30:00Z', new WorkingCalendar(seeded('24x7')))).toMatchObject({
      always: true,
      open: true,
      until: null,
      opensAt: null,
    });
  });

  it('know a break at noon', () => {
    const withBreak = new WorkingCalendar({
      ...{ code: 'b', nameLv: 'b', nameEn: 'b', timezone: 'Europe/Riga', exceptions: [], shortenedByMinutes: 0 },
      weekly: {
        '4': [
          ['09:00', '12:00'],
          ['13:00', '17:00'],
        ],
      },
    });
    expect(said('2026-06-25T09:30:00Z', withBreak)).toMatchObject({ open: false, opensAt: at('2026-06-25T10:00:00Z') });
  });

  it('do not promise an opening that is more than a month away', () => {
    const never = new WorkingCalendar({
      ...{ code: 'n', nameLv: 'n', nameEn: 'n', timezone: 'Europe/Riga', exceptions: [], shortenedByMinutes: 0 },
      weekly: {},
    });
    expect(said('2026-06-25T09:30:00Z', never)).toMatchObject({ open: false, opensAt: null, always: false });
  });
});
