import fc from 'fast-check';
import { parseInstant } from '#kernel';
import { startTestApp, type TestApp } from '../../support/app.js';
import { layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { differences, previewCase, type SaidPreview } from '../../support/preview-cases.js';
import type { PreviewBody } from '../../support/preview-oracle.js';
import { seed } from '../../support/seed.js';

interface Preview {
  readonly result: string;
  readonly seconds: number;
  readonly intervals: readonly { readonly from: string; readonly to: string; readonly counted: boolean; readonly reason: string }[];
}

/** Through HTTP; the same calendars by the thousand are tried beside the domain. A number in the environment raises it. */
const CALENDARS = Number(process.env['ATBALSTS_PREVIEW_CALENDARS'] ?? 300);

const read = ({ result, seconds, intervals }: Preview): SaidPreview => ({
  result: parseInstant(result),
  counted: Math.round(seconds * 1_000_000),
  intervals: intervals.map((part) => ({ ...part, from: parseInstant(part.from), to: parseInstant(part.to) })),
});

describe('the preview, against a minute-by-minute oracle', () => {
  let test: TestApp;
  let staff: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    staff = await (await layCast(test)).signIn('elina');
  });
  afterAll(() => test.close());

  const ask = async (body: PreviewBody): Promise<Preview> => {
    const answer = await staff.post<Preview>('/calendars/preview', body);
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };

  it(`answers as the oracle does on ${CALENDARS} random calendars in six zones (seed ${seed}; repeat with ATBALSTS_TEST_SEED)`, async () => {
    await fc.assert(
      fc.asyncProperty(previewCase, async (body) => {
        expect(differences(body, read(await ask(body))) ?? []).toEqual([]);
      }),
      { seed, numRuns: CALENDARS },
    );
  }, 1_800_000);

  const day = (...windows: [string, string][]): [string, string][] => windows;
  const week = (windows: [string, string][]): Record<string, [string, string][]> =>
    Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((name) => [name, windows]));
  const office = day(['09:00', '17:00']);
  const gulf = { sun: office, mon: office, tue: office, wed: office, thu: office };
  const always = week(day(['00:00', '24:00']));
  const H = 3600;

  it.each<[string, PreviewBody['calendar'], string, number, string]>([
    [
      'round the clock over the spring night',
      { timezone: 'Europe/Riga', weekly: always },
      '2026-03-29T01:30:00+02:00',
      4 * H,
      '2026-03-29T03:30:00Z',
    ],
    [
      'round the clock in two windows that touch',
      { timezone: 'Europe/Riga', weekly: week(day(['00:00', '12:00'], ['12:00', '24:00'])) },
      '2026-10-25T01:30:00+03:00',
      4 * H,
      '2026-10-25T02:30:00Z',
    ],
    [
      'Sundays only',
      { timezone: 'Europe/Riga', weekly: { sun: day(['02:00', '05:00']) } },
      '2026-03-27T00:00:00+02:00',
      3 * H,
      '2026-04-05T00:00:00Z',
    ],
    [
      'a weekend on Friday and Saturday',
      { timezone: 'Asia/Riyadh', weekly: gulf },
      '2026-11-19T16:00:00+03:00',
      2 * H,
      '2026-11-22T07:00:00Z',
    ],
    [
      'Kathmandu, 5 hours and 45 minutes ahead',
      { timezone: 'Asia/Kathmandu', weekly: gulf },
      '2026-11-22T00:00:00Z',
      8 * H,
      '2026-11-22T11:15:00Z',
    ],
    [
      'the Chatham Islands, 45 minutes and daylight saving',
      { timezone: 'Pacific/Chatham', weekly: week(day(['02:00', '04:00'])) },
      '2026-09-26T10:00:00Z',
      1 * H,
      '2026-09-26T14:15:00Z',
    ],
    [
      'Apia, where 30 December 2011 was left out',
      { timezone: 'Pacific/Apia', weekly: week(office) },
      '2011-12-29T16:00:00-10:00',
      2 * H,
      '2011-12-30T20:00:00Z',
    ],
    [
      'Casablanca, which leaves its summer time for Ramadan',
      { timezone: 'Africa/Casablanca', weekly: week(day(['01:00', '04:00'])) },
      '2026-02-15T00:00:00Z',
      4 * H,
      '2026-02-15T04:00:00Z',
    ],
    [
      'Dublin, whose winter is the exception',
      { timezone: 'Europe/Dublin', weekly: week(day(['00:30', '02:30'])) },
      '2026-10-24T23:00:00Z',
      3 * H,
      '2026-10-25T02:30:00Z',
    ],
    [
      'Troll in Antarctica, which changes by two hours',
      { timezone: 'Antarctica/Troll', weekly: week(day(['00:00', '05:00'])) },
      '2026-03-28T23:59:00Z',
      3 * H,
      '2026-03-29T03:00:00Z',
    ],
    [
      'Kiritimati, fourteen hours ahead',
      { timezone: 'Pacific/Kiritimati', weekly: week(office) },
      '2026-12-31T12:00:00Z',
      8 * H,
      '2027-01-01T03:00:00Z',
    ],
    [
      'a night until midnight and on from it',
      { timezone: 'America/Santiago', weekly: week(day(['00:00', '02:00'], ['22:00', '24:00'])) },
      '2026-09-05T22:00:00-04:00',
      4 * H,
      '2026-09-07T02:00:00Z',
    ],
    [
      '29 February as a holiday of every year',
      { timezone: 'Europe/Riga', weekly: week(office), recurringHolidays: ['02-29'] },
      '2028-02-28T16:00:00+02:00',
      2 * H,
      '2028-03-01T08:00:00Z',
    ],
    [
      'a lone minute of the week',
      { timezone: 'Europe/Riga', weekly: { wed: day(['23:59', '24:00']) } },
      '2026-01-01T00:00:00Z',
      60,
      '2026-01-07T22:00:00Z',
    ],
    [
      'nothing but one exception',
      { timezone: 'Europe/Riga', weekly: {}, exceptions: [{ date: '2026-12-24', windows: day(['00:00', '24:00']) }] },
      '2026-12-01T00:00:00Z',
      24 * H,
      '2026-12-24T22:00:00Z',
    ],
  ])('holds on %s', async (_, calendar, start, seconds, result) => {
    const body: PreviewBody = { calendar, operation: 'add', start, seconds };
    const said = await ask(body);
    expect(parseInstant(said.result)).toBe(parseInstant(result));
    expect(differences(body, read(said))).toEqual([]);
    const elapsed: PreviewBody = { calendar, operation: 'elapsed', start, end: result };
    expect((await ask(elapsed)).seconds).toBe(seconds);
    const next: PreviewBody = { calendar, operation: 'next', start };
    expect(differences(next, read(await ask(next)))).toEqual([]);
  });

  const missing = { timezone: 'Europe/Riga', weekly: { sun: day(['03:00', '04:00']) } };
  it.each<[string, object, number | string]>([
    ['windows that touch', { calendar: { timezone: 'UTC', weekly: { mon: day(['08:00', '12:00'], ['12:00', '16:00']) } } }, 200],
    ['windows in any order', { calendar: { timezone: 'UTC', weekly: { mon: day(['13:00', '16:00'], ['08:00', '12:00']) } } }, 200],
    [
      'windows that overlap in any order',
      { calendar: { timezone: 'UTC', weekly: { mon: day(['11:00', '16:00'], ['08:00', '12:00']) } } },
      '/calendar/weekly/mon/0',
    ],
    [
      'the same window twice',
      { calendar: { timezone: 'UTC', weekly: { mon: day(['08:00', '12:00'], ['08:00', '12:00']) } } },
      '/calendar/weekly/mon/1',
    ],
    ['a window over midnight', { calendar: { timezone: 'UTC', weekly: { mon: day(['22:00', '06:00']) } } }, '/calendar/weekly/mon/0/1'],
    ['an hour of one digit', { calendar: { timezone: 'UTC', weekly: { mon: day(['8:00', '12:00']) } } }, '/calendar/weekly/mon/0/0'],
    ['24:01', { calendar: { timezone: 'UTC', weekly: { mon: day(['08:00', '24:01']) } } }, '/calendar/weekly/mon/0/1'],
    [
      'windows that overlap on an exception',
      { calendar: { ...missing, exceptions: [{ date: '2026-05-05', windows: day(['08:00', '12:00'], ['10:00', '13:00']) }] } },
      '/calendar/exceptions/0/windows/1',
    ],
    ['a calendar whose only hour daylight saving leaves out that day', { calendar: missing, start: '2026-03-28T22:00:00Z' }, 200],
    [
      'an exception on every day for five years',
      {
        calendar: {
          timezone: 'UTC',
          weekly: week(office),
          exceptions: Array.from({ length: 1900 }, (_, n) => ({
            date: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
            windows: [],
          })),
        },
      },
      '/calendar/weekly',
    ],
    [
      'a holiday on every day of every year',
      {
        calendar: {
          timezone: 'UTC',
          weekly: week(office),
          recurringHolidays: Array.from({ length: 366 }, (_, n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(5, 10)),
        },
      },
      '/calendar/weekly',
    ],
    ['a name that belongs to every object', { calendar: { timezone: 'constructor', weekly: week(office) } }, '/calendar/timezone'],
    ['an abbreviation that could be anywhere', { calendar: { timezone: 'EEST', weekly: week(office) } }, '/calendar/timezone'],
    ['an amount that is not a number', { operation: 'add', seconds: null }, '/seconds'],
    ['a part of a microsecond less than nothing', { operation: 'add', seconds: -1e-9 }, '/seconds'],
    ['a date in place of an instant', { start: '2026-05-05' }, '/start'],
    ['an instant of hour 24', { start: '2026-05-05T24:00:00Z' }, '/start'],
    ['an instant of an offset that no zone has', { start: '2026-05-05T10:00:00+99:99' }, '/start'],
  ])('answers what is asked of %s, or names the field', async (_, part, expected) => {
    const body = { calendar: { timezone: 'Europe/Riga', weekly: week(office) }, operation: 'next', start: '2026-01-01T00:00:00Z', ...part };
    const { status, body: answer } = await staff.post<{ errors?: { pointer: string }[] }>('/calendars/preview', body);
    expect([status, answer.errors?.map((e) => e.pointer)]).toEqual(expected === 200 ? [200, undefined] : [422, [expected]]);
  });
});
