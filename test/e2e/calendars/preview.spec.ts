import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { Answer, ApiClient } from '../../support/client.js';

interface Preview {
  readonly result: string;
  readonly seconds: number;
  readonly intervals: readonly { readonly from: string; readonly to: string; readonly counted: boolean; readonly reason: string }[];
}

interface Problem {
  readonly code: string;
  readonly errors: readonly { readonly pointer: string; readonly code: string; readonly detail: string }[];
}

const LUNCH = [
  ['08:30', '12:30'],
  ['13:00', '17:00'],
];
const CALENDAR = {
  timezone: 'Europe/Riga',
  weekly: { mon: LUNCH, tue: LUNCH, wed: LUNCH, thu: LUNCH, fri: LUNCH },
  exceptions: [
    { date: '2026-06-27', windows: [['08:30', '16:00']], name: 'Pārcelta darbdiena' },
    { date: '2026-12-24', windows: [['10:00', '12:00']], name: 'Saīsināta' },
  ],
  recurringHolidays: ['06-23', '06-24', '12-24'],
};
const ALL_DAY = [['00:00', '24:00']];
const ALWAYS = {
  timezone: 'Europe/Riga',
  weekly: { mon: ALL_DAY, tue: ALL_DAY, wed: ALL_DAY, thu: ALL_DAY, fri: ALL_DAY, sat: ALL_DAY, sun: ALL_DAY },
};

describe('trying a calendar that has not been saved', () => {
  let test: TestApp;
  let cast: Cast;
  let staff: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    staff = await cast.signIn('elina');
  });

  afterAll(() => test.close());

  const ask = (body: object): Promise<Answer<Preview>> => staff.post<Preview>('/calendars/preview', { calendar: CALENDAR, ...body });

  const refused = async (body: object): Promise<string[]> => {
    const answer = await staff.post<Problem>('/calendars/preview', { calendar: CALENDAR, operation: 'next', start: START, ...body });
    expect(answer.status).toBe(422);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body.errors.every((error) => error.detail !== error.code)).toBe(true);
    return answer.body.errors.map((error) => `${error.pointer} ${error.code}`);
  };

  const START = '2026-06-22T16:00:00+03:00';

  it('adds working time over the lunch break, holidays of every year and a one-off Saturday, and explains each stretch', async () => {
    const { status, body } = await ask({ operation: 'add', start: '2026-06-26T16:30:00+03:00', seconds: 5 * 3600 });
    expect(status).toBe(200);
    expect(body.result).toBe('2026-06-27T10:00:00.000Z');
    expect(body.seconds).toBe(5 * 3600);
    expect(body.intervals.map((part) => [part.from, part.counted, part.reason])).toEqual([
      ['2026-06-26T13:30:00.000Z', true, 'working'],
      ['2026-06-26T14:00:00.000Z', false, 'night'],
      ['2026-06-27T05:30:00.000Z', true, 'working'],
    ]);
    expect(body.intervals.at(-1)!.to).toBe(body.result);
  });

  it('names the break between two windows and the holidays of every year', async () => {
    const { body } = await ask({ operation: 'elapsed', start: '2026-06-22T12:00:00+03:00', end: '2026-06-25T09:00:00+03:00' });
    expect(body.result).toBe('2026-06-25T06:00:00.000Z');
    expect(body.seconds).toBe(5 * 3600);
    expect(body.intervals.map((part) => part.reason)).toEqual(['working', 'break', 'working', 'night', 'holiday', 'night', 'working']);
  });

  it('lets an exception outrank the holiday of every year', async () => {
    const { body } = await ask({ operation: 'next', start: '2026-12-24T00:00:00+02:00' });
    expect(body.result).toBe('2026-12-24T08:00:00.000Z');
    const following = await ask({ operation: 'next', start: '2027-12-24T00:00:00+02:00' });
    expect(following.body.result).toBe('2027-12-27T06:30:00.000Z');
  });

  it('answers the start itself where it counts, and where nothing is added', async () => {
    const working = '2026-06-22T09:00:00.000001+03:00';
    expect((await ask({ operation: 'next', start: working })).body).toEqual({
      result: '2026-06-22T06:00:00.000001Z',
      seconds: 0,
      intervals: [],
    });
    const night = await ask({ operation: 'add', start: '2026-06-22T03:00:00+03:00', seconds: 0 });
    expect(night.body).toEqual({ result: '2026-06-22T00:00:00.000Z', seconds: 0, intervals: [] });
  });

  it('unites pauses and cuts them to the span', async () => {
    const pauses = [
      ['2026-06-22T10:00:00+03:00', '2026-06-22T11:00:00+03:00'],
      ['2026-06-22T10:30:00+03:00', '2026-06-22T12:00:00+03:00'],
      ['2026-06-21T10:00:00+03:00', '2026-06-22T09:00:00+03:00'],
      ['2026-06-25T10:00:00+03:00', '2030-06-22T12:00:00+03:00'],
    ];
    const { body } = await ask({
      operation: 'elapsed',
      start: '2026-06-22T08:30:00+03:00',
      end: '2026-06-22T12:30:00+03:00',
      pauses,
    });
    expect(body.seconds).toBe(1.5 * 3600);
    expect(body.intervals.map((part) => part.reason)).toEqual(['pause', 'working', 'pause', 'working']);
    const next = await ask({ operation: 'next', start: '2026-06-22T08:45:00+03:00', pauses });
    expect(next.body.result).toBe('2026-06-22T06:00:00.000Z');
  });

  it('counts the hour that comes twice twice, and the one that is left out not at all', async () => {
    const calendar = { timezone: 'Europe/Riga', weekly: { sun: [['03:00', '04:00']] } };
    const autumn = await ask({ calendar, operation: 'elapsed', start: '2026-10-25T00:00:00+03:00', end: '2026-10-25T12:00:00+02:00' });
    expect(autumn.body.seconds).toBe(7200);
    const spring = await ask({ calendar, operation: 'elapsed', start: '2026-03-29T00:00:00+02:00', end: '2026-03-29T12:00:00+03:00' });
    expect(spring.body.seconds).toBe(0);
    const round = await ask({ calendar: ALWAYS, operation: 'add', start: '2026-10-25T01:30:00+03:00', seconds: 4 * 3600 });
    expect(round.body.result).toBe('2026-10-25T02:30:00.000Z');
  });

  it.each<[string, object, string]>([
    [
      'windows that overlap',
      {
        weekly: {
          mon: [
            ['08:00', '12:00'],
            ['11:59', '13:00'],
          ],
        },
      },
      '/calendar/weekly/mon/1 calendars.windows-overlap',
    ],
    ['a window that ends before it begins', { weekly: { mon: [['12:00', '08:00']] } }, '/calendar/weekly/mon/0/1 calendars.window-end'],
    ['a window without length', { weekly: { mon: [['12:00', '12:00']] } }, '/calendar/weekly/mon/0/1 calendars.window-end'],
    ['a time that no clock shows', { weekly: { tue: [['08:00', '25:00']] } }, '/calendar/weekly/tue/0/1 calendars.time-form'],
    ['24:00 as a beginning', { weekly: { tue: [['24:00', '24:00']] } }, '/calendar/weekly/tue/0/1 calendars.window-end'],
    ['a day that no week has', { weekly: { monday: [] } }, '/calendar/weekly/monday calendars.weekday-unknown'],
    ['an unknown zone', { timezone: 'Europe/Atlantis' }, '/calendar/timezone calendars.unknown-zone'],
    ['an offset in place of a zone', { timezone: '+02:00' }, '/calendar/timezone calendars.unknown-zone'],
    ['no zone', { timezone: undefined }, '/calendar/timezone platform.field-is-defined'],
    ['no week', { weekly: undefined }, '/calendar/weekly platform.field-is-defined'],
    [
      'a date that does not exist',
      { exceptions: [{ date: '2026-02-29', windows: [] }] },
      '/calendar/exceptions/0/date calendars.date-form',
    ],
    [
      'a date given twice',
      {
        exceptions: [
          { date: '2026-02-27', windows: [] },
          { date: '2026-02-27', windows: [] },
        ],
      },
      '/calendar/exceptions/1/date calendars.date-twice',
    ],
    ['an exception without windows', { exceptions: [{ date: '2026-02-27' }] }, '/calendar/exceptions/0/windows platform.field-is-defined'],
    [
      'a field that does not exist',
      { exceptions: [{ date: '2026-02-27', windows: [], kind: 'x' }] },
      '/calendar/exceptions/0/kind platform.field-whitelist-validation',
    ],
    ['a holiday that no year has', { recurringHolidays: ['12-24', '02-30'] }, '/calendar/recurringHolidays/1 calendars.day-form'],
    ['no working time', { weekly: {} }, '/calendar/weekly calendars.idle-for-years'],
    [
      'working time that lies more than five years ahead',
      { weekly: {}, exceptions: [{ date: '2031-07-01', windows: LUNCH }] },
      '/calendar/weekly calendars.idle-for-years',
    ],
  ])('refuses %s, naming the field', async (_, part, fault) => {
    expect(await refused({ calendar: { ...CALENDAR, exceptions: [], recurringHolidays: [], ...part } })).toEqual([fault]);
  });

  it.each<[string, object, string]>([
    ['a negative amount', { operation: 'add', seconds: -1 }, '/seconds calendars.amount-negative'],
    ['an amount that is text', { operation: 'add', seconds: '60' }, '/seconds calendars.amount-form'],
    ['adding nothing given', { operation: 'add' }, '/seconds platform.field-is-defined'],
    ['an end before the start', { operation: 'elapsed', end: '2026-06-22T12:59:59Z' }, '/end calendars.end-before-start'],
    ['an instant without an offset', { start: '2026-06-22T16:00:00' }, '/start platform.field-is-iso8601'],
    ['a date that does not exist', { operation: 'elapsed', end: '2026-06-31T16:00:00Z' }, '/end platform.field-is-iso8601'],
    ['an unknown operation', { operation: 'subtract' }, '/operation platform.field-is-in'],
    ['a pause that ends before it begins', { pauses: [[START, '2026-06-21T00:00:00Z']] }, '/pauses/0/1 calendars.end-before-start'],
    ['a pause with one end', { pauses: [[START]] }, '/pauses/0 calendars.pause-form'],
    ['a result of another age', { operation: 'add', seconds: 500_000_000 }, '/seconds calendars.too-far'],
    ['a span of another age', { operation: 'elapsed', end: '2190-01-01T00:00:00Z' }, '/end calendars.too-far'],
    ['a calendar that is a list', { calendar: [] }, '/calendar calendars.calendar-form'],
    ['a field that does not exist', { until: START }, '/until platform.field-whitelist-validation'],
  ])('refuses %s, naming the field', async (_, part, fault) => {
    expect(await refused(part)).toEqual([fault]);
  });

  it('names all that is wrong at once', async () => {
    expect(await refused({ calendar: { ...CALENDAR, timezone: 'x' }, operation: 'add', seconds: -1 })).toEqual([
      '/calendar/timezone calendars.unknown-zone',
      '/seconds calendars.amount-negative',
    ]);
  });

  it('answers the dearest question that it allows within moments', async () => {
    const minutes = Array.from({ length: 24 }, (_, hour) => [`${String(hour).padStart(2, '0')}:00`, `${String(hour).padStart(2, '0')}:30`]);
    const weekly = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, minutes]));
    const began = performance.now();
    const answer = await ask({
      calendar: { timezone: 'America/St_Johns', weekly },
      operation: 'elapsed',
      start: START,
      end: '2046-01-01T00:00:00Z',
    });
    expect(answer.status).toBe(422);
    expect(performance.now() - began).toBeLessThan(3000);
  });

  it('is not for requesters', async () => {
    const requester = await cast.signIn('ilze');
    expect((await requester.post('/calendars/preview', { calendar: CALENDAR, operation: 'next', start: START })).status).toBe(403);
  });
});
