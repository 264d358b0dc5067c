import { instant, parseInstant } from '#kernel';
import { CalendarBook, CalendarDrafts } from '#calendars';
import { Database, EventLog } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

interface Exception {
  readonly date: string;
  readonly kind: string;
  readonly replaces?: string;
  readonly windows?: readonly (readonly [string, string])[];
  readonly nameLv?: string;
  readonly source?: string;
}

interface Content {
  readonly validFrom: string | null;
  readonly weekly: Record<string, [string, string][]>;
  readonly exceptions: Exception[];
  readonly recurringHolidays: string[];
  readonly shortenedByMinutes: number;
  readonly source: string;
}

interface Detail {
  readonly id: string;
  readonly today: string;
  readonly versions: readonly { id: string; version: number; validFrom: string | null; publishedBy: { name: string } | null }[];
  readonly inForce: Content | null;
  readonly draft: (Content & { version: number; mine: boolean; authors: { name: string }[] }) | null;
}

interface Year {
  readonly version: number | null;
  readonly workingDays: number;
  readonly minutes: number;
  readonly days: readonly { date: string; kind: string; windows: [string, string][]; name?: string; shortened: boolean; source?: string }[];
}

interface Problem {
  readonly code: string;
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[];
}

const LV = '0f6f2a7c-6d1e-4f5a-9d0b-ca1e00000001';

describe('the next version of a calendar', () => {
  let test: TestApp;
  let cast: Cast;
  let admin: ApiClient;
  let manager: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    admin = await cast.signIn('admin');
    manager = await cast.signIn('dace');
  });

  afterAll(() => test.close());

  const read = async (id = LV): Promise<Detail> => (await admin.get<Detail>(`/calendars/${id}`)).body;
  const day = async (date: string, version?: string): Promise<Year['days'][number]> => {
    const query = `?year=${date.slice(0, 4)}${version ? `&version=${version}` : ''}`;
    const { body } = await admin.get<Year>(`/calendars/${LV}/year${query}`);
    return body.days.find((one) => one.date === date)!;
  };
  const later = (date: string, days: number): string => new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
  const save = (content: Partial<Content>, of: Content) =>
    admin.put<Content & Problem>(`/calendars/${LV}/draft`, { ...plain(of), ...content });
  const plain = ({ validFrom, weekly, exceptions, recurringHolidays, shortenedByMinutes, source }: Content): Content => ({
    validFrom,
    weekly,
    exceptions,
    recurringHolidays,
    shortenedByMinutes,
    source,
  });

  it('shows a year day by day: holidays by name, moved days, and the hour that the day before a holiday loses', async () => {
    const { body } = await admin.get<Year>(`/calendars/${LV}/year?year=2026`);
    expect([body.days.length, body.workingDays]).toEqual([365, 250]);
    expect(await day('2026-11-18')).toMatchObject({ kind: 'holiday', windows: [], name: 'Latvijas Republikas Proklamēšanas diena' });
    expect(await day('2026-11-17')).toMatchObject({ kind: 'shortened', windows: [['08:30', '16:00']] });
    expect(await day('2026-06-22')).toMatchObject({ kind: 'moved_day_off', source: 'likumi.lv/361161' });
    expect(await day('2026-06-27')).toMatchObject({ kind: 'moved_working_day', shortened: true, replaces: '2026-06-22' });
  });

  it('is begun by an administrator, refused to a manager, and holds from today at the earliest', async () => {
    const { inForce, today } = await read();
    const past = await save({ validFrom: later(today, -1) }, inForce!);
    expect([past.status, past.body.errors?.map((e) => `${e.pointer} ${e.code}`)]).toEqual([422, ['/validFrom calendars.valid-from-past']]);
    expect((await manager.put(`/calendars/${LV}/draft`, inForce!)).status).toBe(403);
    const begun = await save({ validFrom: today }, inForce!);
    expect([begun.status, begun.body.exceptions.length]).toEqual([200, inForce!.exceptions.length]);
  });

  it('leaves the past alone: what is left out there is put back, what is changed there is refused', async () => {
    const { inForce, today } = await read();
    const none = await save({ validFrom: today, exceptions: [] }, inForce!);
    expect(none.body.exceptions).toEqual(inForce!.exceptions.filter(({ date }) => date < today));
    const changed = inForce!.exceptions.map((one) => (one.date === '2026-05-04' ? { ...one, kind: 'shortened' } : one));
    const answer = await save({ validFrom: today, exceptions: changed }, inForce!);
    expect(answer.status).toBe(422);
    expect(answer.body.errors?.map((e) => e.code)).toEqual(['calendars.past-locked']);
  });

  it('names each field that is wrong', async () => {
    const { inForce, today } = await read();
    const exceptions = [
      { date: '2099-01-01', kind: 'moved_working_day' },
      { date: '2099-01-01', kind: 'one_off' },
      { date: '2099-01-02', kind: 'holiday', windows: [] },
      { date: '2099-01-03', kind: 'feast' },
    ];
    const { status, body } = await save(
      { validFrom: today, exceptions, shortenedByMinutes: -1, weekly: { mon: [['9', '10']] } as never },
      inForce!,
    );
    expect(status).toBe(422);
    expect(body.errors?.map((e) => e.pointer)).toEqual([
      '/weekly/mon/0/0',
      '/exceptions/0/replaces',
      '/exceptions/1/windows',
      '/exceptions/1/date',
      '/exceptions/2/windows',
      '/exceptions/3/kind',
      '/shortenedByMinutes',
    ]);
  });

  it('takes in the public holidays of a year that the law gives, and keeps what is there', async () => {
    const { inForce, today } = await read();
    await save({ validFrom: today }, inForce!);
    const known = await admin.post<{ added: string[]; kept: string[] }>(`/calendars/${LV}/draft/public-holidays`, { year: 2027 });
    expect([known.status, known.body.added, known.body.kept.length]).toEqual([200, [], 15]);
    const { body } = await admin.post<{ added: string[] }>(`/calendars/${LV}/draft/public-holidays`, { year: 2028 });
    expect(body.added).toHaveLength(16);
    expect(await day('2028-11-20', 'draft')).toMatchObject({ kind: 'holiday' });
    expect(await day('2028-06-04', 'draft')).toMatchObject({ kind: 'holiday', name: 'Vasarsvētki' });
    expect(await day('2028-06-22', 'draft')).toMatchObject({ kind: 'shortened', windows: [['08:30', '16:00']] });
    expect(await day('2028-06-22')).toMatchObject({ kind: 'working' });
  });

  it('is compared with what is in force, rule by rule', async () => {
    const { inForce, today } = await read();
    const lunch: [string, string][] = [
      ['08:30', '12:30'],
      ['13:00', '17:00'],
    ];
    const moved = { date: later(today, 40), kind: 'one_off', windows: [] as [string, string][], nameLv: 'Pārcelšanās' };
    const exceptions = [...inForce!.exceptions.filter(({ date }) => date !== moved.date), moved];
    await save(
      { validFrom: later(today, 1), weekly: { ...inForce!.weekly, fri: lunch }, recurringHolidays: ['12-30'], exceptions },
      inForce!,
    );
    const { body } = await admin.get<{ differences: { what: string }[]; days: number }>(`/calendars/${LV}/draft/comparison`);
    expect(body.differences.map((one) => one.what)).toEqual(['week', 'recurring', 'exception']);
    expect(body.differences[0]).toEqual({ what: 'week', weekday: 'fri', windowsBefore: [['08:30', '17:00']], windowsAfter: lunch });
    expect(body.days).toBeGreaterThan(45);
  });

  it('can be tried before anybody publishes it', async () => {
    const { today } = await read();
    const question = { operation: 'next', start: `${later(today, 40)}T10:00:00+02:00` };
    const draft = await admin.post<{ result: string }>(`/calendars/${LV}/preview`, { ...question, version: 'draft' });
    const inForce = await admin.post<{ result: string }>(`/calendars/${LV}/preview`, question);
    expect(draft.status).toBe(200);
    expect(draft.body.result > inForce.body.result || (await day(later(today, 40))).windows.length === 0).toBe(true);
    expect((await admin.post(`/calendars/${LV}/preview`, { ...question, version: '99' })).status).toBe(404);
  });

  it('is published by a second person alone, who has read the state that he publishes', async () => {
    const { draft } = await read();
    expect((await admin.post(`/calendars/${LV}/draft/publication`)).status).toBe(403);
    const stale = await manager.post<Problem>(`/calendars/${LV}/draft/publication`, {}, { 'if-match': `"${draft!.version - 1}"` });
    expect([stale.status, stale.body.code]).toEqual([412, 'platform.version-mismatch']);
    await test.app
      .get(Database)
      .query(`update calendars.calendar_draft set author_ids = author_ids || (select id from identity.app_user where login = 'dace')`);
    const own = await manager.post<Problem>(`/calendars/${LV}/draft/publication`);
    expect([own.status, own.body.code]).toEqual([403, 'calendars.own-draft']);
    await test.app.get(Database).query(`update calendars.calendar_draft set author_ids = array[saved_by]`);
  });

  it('takes effect on its date, and what was counted before it stays as it was', async () => {
    const before = await read();
    const book = test.app.get(CalendarBook);
    const from = parseInstant('2026-01-01T00:00:00Z');
    const until = parseInstant(`${before.today}T00:00:00Z`);
    const old = await book.byCode('lv-8x5');
    const drafted = await test.app.get(CalendarDrafts).definition(LV);
    const answer = await manager.post<{ versionId: string; version: number }>(
      `/calendars/${LV}/draft/publication`,
      {},
      { 'if-match': `"${before.draft!.version}"` },
    );
    expect([answer.status, answer.body.version]).toEqual([201, 2]);
    const after = await read();
    expect(after.draft).toBeNull();
    expect(after.versions.map((v) => [v.version, v.validFrom, v.publishedBy?.name ?? null])).toEqual([
      [2, later(before.today, 1), 'Dace Vītola'],
      [1, null, null],
    ]);
    const next = await book.byCode('lv-8x5');
    expect(next.elapsed(from, until)).toBe(old.elapsed(from, until));
    expect(next.definition).toMatchObject({ validFrom: later(before.today, 1), weekly: drafted!.weekly });
    const year = instant(from + 730 * 86_400_000_000);
    expect(next.elapsed(from, year)).toBeLessThan(old.elapsed(from, year));
    expect((await day(later(before.today, 40), '1')).windows).toEqual(old.describe(later(before.today, 40)).windows);
  });

  it('leaves an event that names both versions', async () => {
    const { versions, today } = await read();
    const events = await test.app.get(EventLog).history('calendar', LV);
    expect(events.at(-1)).toMatchObject({
      type: 'calendars.version-published',
      payload: {
        calendarId: LV,
        code: 'lv-8x5',
        versionId: versions[0]!.id,
        previousVersionId: versions[1]!.id,
        version: 2,
        validFrom: later(today, 1),
      },
    });
  });

  it('begins with an empty week in a new calendar, which nobody can count on before it is published', async () => {
    const created = await admin.post<Detail>('/calendars', {
      code: 'vakari',
      nameLv: 'Vakari',
      nameEn: 'Evenings',
      timezone: 'America/New_York',
    });
    expect(created.status).toBe(201);
    const { id } = created.body;
    expect((await admin.post<Problem>('/calendars', { code: 'vakari', nameLv: 'x', nameEn: 'x', timezone: 'UTC' })).body.code).toBe(
      'calendars.code-taken',
    );
    expect((await admin.get(`/calendars/${id}/year?year=2026`)).status).toBe(404);
    const empty = await manager.post<Problem>(`/calendars/${id}/draft/publication`);
    expect(empty.body.errors?.map((e) => e.pointer)).toEqual(['/source', '/weekly']);
    const draft = { weekly: { mon: [['18:00', '24:00']] }, exceptions: [], shortenedByMinutes: 0, source: 'Rīkojums 1' };
    expect((await admin.put(`/calendars/${id}/draft`, draft)).status).toBe(200);
    expect((await manager.post(`/calendars/${id}/draft/publication`)).status).toBe(201);
    expect((await read(id)).versions).toMatchObject([{ version: 1, validFrom: null }]);
    expect((await admin.get<Year>(`/calendars/${id}/year?year=2026`)).body.workingDays).toBe(52);
  });

  it('can be given up', async () => {
    const { inForce, today } = await read();
    await save({ validFrom: later(today, 2) }, inForce!);
    expect((await admin.delete(`/calendars/${LV}/draft`)).status).toBe(204);
    expect((await admin.get<Problem>(`/calendars/${LV}/draft`)).body.code).toBe('calendars.draft.not-found');
    expect((await admin.get('/calendars/none')).status).toBe(404);
  });
});
