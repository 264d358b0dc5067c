import request from 'supertest';
import { Database } from '#platform';
import { type IndicatorSource, IndicatorSources, shareReading } from '#processes';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';

interface Year {
  readonly year: number;
  readonly target: number | null;
  readonly status: string | null;
  readonly frozen: boolean;
  readonly figure: {
    readonly value: number | null;
    readonly low: number | null;
    readonly origin: string;
    readonly source: string | null;
    readonly rowsPath: string | null;
    readonly achievedOn: string | null;
  } | null;
}

interface Indicator {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly baseline: number | null;
  readonly dueYear: number | null;
  readonly tasks: string[];
  readonly years: Year[];
}

interface Page {
  readonly id: string;
  readonly year: number;
  readonly columns: number[];
  readonly snapshot: { number: number; replaces: number | null; reason: string | null; inputHash: string } | null;
  readonly recordedSince: number;
  readonly live: boolean;
  readonly counts: Record<string, number>;
  readonly conclusion: string[];
  readonly goals: { name: string; goals: { name: string; indicators: Indicator[] }[] }[];
  readonly abilities: Record<string, boolean>;
}

let test: TestApp;
let cast: Cast;
let manager: ApiClient;
let agent: ApiClient;
let database: Database;
let now: number;

const code = (answer: { body: unknown }): unknown => (answer.body as { code?: string }).code;
const rows = (page: Page): Indicator[] => page.goals.flatMap(({ goals }) => goals.flatMap(({ indicators }) => indicators));
const row = (page: Page, of: string): Indicator => rows(page).find((one) => one.code === of)!;

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
  database = test.app.get(Database);
  manager = await cast.signIn('dace');
  agent = await cast.signIn('elina');
  const [row] = await database.query<{ year: number }>(`select extract(year from now() at time zone 'Europe/Riga')::int as year`);
  now = row!.year;
});

afterAll(() => test?.close());

async function create(firstYear: number, more: object = {}): Promise<Page> {
  const made = await manager.post<Page>('/scorecards', {
    ...{ template: 'strategy-2020', nameLv: `Mērķu karte ${firstYear}`, nameEn: `Scorecard ${firstYear}`, firstYear, ...more },
  });
  expect(made.status).toBe(201);
  return made.body;
}

async function page(id: string, query = '', who = manager): Promise<Page> {
  const answer = await who.get<Page>(`/scorecards/${id}${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

const record = (id: string, body: object): ReturnType<ApiClient['post']> =>
  manager.post(`/indicators/${id}/measurements`, { origin: 'imported', source: 'Publiskais pārskats', ...body });

describe('A scorecard made from the strategy', () => {
  it("shows every row of the first priority with its targets, and the third's reports", async () => {
    const card = await create(2020);
    const shown = await page(card.id, '?year=2022');
    expect(shown.columns).toEqual([2020, 2021, 2022]);
    expect(shown.goals).toHaveLength(5);
    const targets = (of: string): (number | null)[] => row(shown, of).years.map(({ target }) => target);
    expect(Object.fromEntries(rows(shown).map(({ code: of, dueYear }) => [of, dueYear ?? targets(of)]))).toEqual({
      ...{ clients: [65, 70, 75], users: [70, 75, 85], radio: 2022, equipment: [19_285, 18_270, 17_255] },
      ...{ 'security-rules': 2020, updates: [70, 100, 100], 'archive-plan': 2021, audit: [50, 85, 100], 'control-plan': 2021 },
      ...{ processes: [2, 3, 5], reports: [10, 30, 50] },
    });
    expect(row(shown, 'equipment').baseline).toBe(20_300);
    expect(rows(shown).every(({ tasks }) => tasks.length > 0)).toBe(true);
  });

  it('shifts the years of another period, and takes another baseline', async () => {
    const card = await create(2030, { baselines: [{ code: 'equipment', value: 320 }] });
    const shown = await page(card.id, '?year=2032');
    expect(row(shown, 'equipment').years.map(({ target }) => target)).toEqual([304, 288, 272]);
    expect(row(shown, 'radio').dueYear).toBe(2032);
  });

  it('is made by managers alone', async () => {
    expect((await agent.post('/scorecards', {})).status).toBe(403);
  });
});

describe('Values', () => {
  it('come from a document, with their interval where they come with counts, and the last one stands', async () => {
    const { id } = await create(now - 2);
    const users = row(await page(id), 'users').id;
    expect((await record(users, { year: now - 2, value: 70.9 })).status).toBe(201);
    expect((await record(users, { year: now - 2, numerator: 170, denominator: 200 })).status).toBe(201);
    const [year] = row(await page(id, `?year=${now - 2}`), 'users').years;
    expect(year).toMatchObject({
      target: 70,
      status: 'safely_reached',
      figure: { value: 85, low: 79.4, origin: 'imported', rowsPath: null },
    });
    const kept = await manager.get<{ items: { value: number; replaced: boolean }[] }>(`/indicators/${users}/measurements`);
    expect(kept.body.items.map(({ value, replaced }) => [value, replaced])).toEqual([
      [85, false],
      [70.9, true],
    ]);
  });

  it('are refused without what they need', async () => {
    const shown = await page((await create(2020)).id);
    const [users, radio] = [row(shown, 'users').id, row(shown, 'radio').id];
    expect(code(await record(users, { year: 2021 }))).toBe('processes.value-missing');
    expect(code(await record(users, { year: 2021, value: 101 }))).toBe('processes.value-invalid');
    expect(code(await record(users, { year: 2021, numerator: 5, denominator: 4 }))).toBe('processes.counts-invalid');
    expect(code(await record(users, { year: 2024, value: 1 }))).toBe('processes.year-outside');
    expect(code(await record(radio, { year: 2021, value: 1 }))).toBe('processes.value-missing');
    expect(code(await record(radio, { year: 2021, achievedOn: '2099-01-01' }))).toBe('processes.date-in-future');
    expect((await record(users, { year: 2021, value: 1, source: ' ' })).status).toBe(422);
  });

  it('of a milestone are its day: done in time, or late', async () => {
    const { id } = await create(2020);
    const shown = await page(id, '?year=2022');
    expect(row(shown, 'radio').years.map(({ status }) => status)).toEqual([null, null, 'not_reached']);
    await record(row(shown, 'radio').id, { year: 2022, achievedOn: '2022-10-05' });
    await record(row(shown, 'archive-plan').id, { year: 2022, achievedOn: '2022-01-03' });
    const after = await page(id, '?year=2022');
    expect(row(after, 'radio').years.map(({ status }) => status)).toEqual([null, null, 'reached']);
    expect(row(after, 'archive-plan').years.at(-1)).toMatchObject({ status: 'not_reached', figure: { achievedOn: '2022-01-03' } });
  });

  it('are measured by the desk where somebody measures them; then nobody enters them', async () => {
    const { id } = await create(now - 2);
    const updates = row(await page(id), 'updates');
    const sources = test.app.get(IndicatorSources);
    const source: IndicatorSource = sources.find('KPI-13') ?? {
      code: 'KPI-13',
      unit: 'percent',
      measure: () => Promise.resolve(null),
    };
    if (!sources.find('KPI-13')) sources.register(source);
    const measure = jest
      .spyOn(source, 'measure')
      .mockImplementation((_, { year, asOf }) =>
        Promise.resolve(year === now ? shareReading(90, 120, { dataAt: asOf, rowsPath: '/assets?class=workstation' }) : null),
      );
    const year = row(await page(id), 'updates').years.at(-1);
    expect(year).toMatchObject({ status: 'not_reached', figure: { value: 75, origin: 'desk', rowsPath: '/assets?class=workstation' } });
    expect(code(await record(updates.id, { year: now, value: 100 }))).toBe('processes.measured-by-desk');
    expect((await record(updates.id, { year: now - 1, value: 71 })).status).toBe(201);
    measure.mockRestore();
  });

  it('keep the file that proves them, once', async () => {
    const { id } = await create(2020);
    const users = row(await page(id), 'users').id;
    const made = await record(users, { year: 2020, value: 71, origin: 'entered' });
    const measurement = (made.body as { measurements: { id: string }[] }).measurements[0]!.id;
    const path = `/indicators/${users}/measurements/${measurement}/file`;
    const upload = () =>
      request(manager.url).put(`/api/v1${path}`).set(manager.headers()).attach('file', Buffer.from('%PDF-1.7'), 'pārskats.pdf');
    expect((await upload()).status).toBe(200);
    expect(code(await upload())).toBe('processes.file-kept-already');
    const saved = await manager.get(path);
    expect([saved.status, saved.headers['content-disposition']?.startsWith('attachment')]).toEqual([200, true]);
  });
});

describe('A frozen year', () => {
  it('stays as it was; a restatement says why and names what it replaces', async () => {
    const { id } = await create(now - 2);
    const reports = row(await page(id), 'reports').id;
    await record(reports, { year: now - 1, value: 28 });
    const frozen = await manager.post<Page>(`/scorecards/${id}/snapshots`, { year: now - 1 });
    expect(frozen.status).toBe(201);
    expect(frozen.body.snapshot).toMatchObject({ number: 1, replaces: null });
    await record(reports, { year: now - 1, value: 31 });
    const before = await page(id, `?year=${now - 1}`);
    expect(row(before, 'reports').years.at(-1)).toMatchObject({ frozen: true, target: 30, status: 'not_reached', figure: { value: 28 } });
    expect(before.recordedSince).toBe(1);
    expect(code(await manager.post(`/scorecards/${id}/snapshots`, { year: now - 1 }))).toBe('processes.restatement-needs-reason');
    await manager.post(`/scorecards/${id}/snapshots`, { year: now - 1, reason: 'Pārskats precizēts' });
    const after = await page(id, `?year=${now - 1}`);
    expect(after.snapshot).toMatchObject({ number: 2, replaces: 1, reason: 'Pārskats precizēts' });
    expect(row(after, 'reports').years.at(-1)).toMatchObject({ status: 'reached', figure: { value: 31 } });
    expect(row(await page(id, `?year=${now - 1}&snapshot=1`), 'reports').years.at(-1)).toMatchObject({ figure: { value: 28 } });
    await expect(database.query(`update processes.snapshot_value set value = 99`)).rejects.toThrow();
  });

  it('keeps its targets; the target of another year may be set anew with its document', async () => {
    const { id } = await create(now - 2);
    const reports = row(await page(id), 'reports').id;
    await manager.post(`/scorecards/${id}/snapshots`, { year: now - 2 });
    const set = (year: number): ReturnType<ApiClient['post']> =>
      manager.post(`/indicators/${reports}/targets`, { year, value: 40, source: 'Rīkojums Nr. 1-12/9' });
    expect(code(await set(now - 2))).toBe('processes.year-frozen');
    expect((await set(now)).status).toBe(201);
    expect(row(await page(id), 'reports').years.map(({ target }) => target)).toEqual([10, 30, 40]);
  });

  it('is over: this year cannot be frozen', async () => {
    const { id } = await create(now - 2);
    expect(code(await manager.post(`/scorecards/${id}/snapshots`, { year: now }))).toBe('processes.year-not-over');
  });

  it('is all that is seen by whoever reads the figures of his groups or his institution alone', async () => {
    const { id } = await create(now - 2);
    const reports = row(await page(id), 'reports').id;
    await record(reports, { year: now - 2, value: 11 });
    await record(reports, { year: now - 1, value: 28 });
    await manager.post(`/scorecards/${id}/snapshots`, { year: now - 2 });
    const seen = row(await page(id, `?year=${now}`, agent), 'reports');
    expect(seen.years.map(({ figure, target }) => [figure?.value ?? null, target])).toEqual([
      [11, 10],
      [null, 30],
      [null, 50],
    ]);
    expect(await page(id, '', agent)).toMatchObject({ live: false, year: now - 2 });
    const recorded = await agent.get<{ items: { year: number }[] }>(`/indicators/${reports}/measurements`);
    expect(recorded.body.items.map(({ year }) => year)).toEqual([now - 2]);
  });
});

it('concludes in at most three sentences and saves as a table', async () => {
  const { id } = await create(2020);
  const shown = await page(id, '?year=2022');
  await record(row(shown, 'reports').id, { year: 2022, value: 52 });
  await record(row(shown, 'processes').id, { year: 2022, value: 3 });
  await record(row(shown, 'equipment').id, { year: 2022, value: 17_102 });
  const { conclusion, counts } = await page(id, '?year=2022');
  expect(counts).toMatchObject({ reached: 2, notReached: 5 });
  expect(conclusion).toEqual([
    'Līdz šim: sasniegti 2 no 11 rādītājiem (droši – 0), nav sasniegti – 5, kļūdas robežās – 0, vēl bez vērtējuma – 4.',
    'Vislabāk pret mērķi: „Pieejamo atskaišu skaits SAP BI platformā” – 52, mērķis 50.',
    'Visvairāk līdz mērķim trūkst: „Izstrādāto un ieviesto ITIL pārvaldības procesu skaits” – 3, mērķis 5.',
  ]);
  const saved = await request(manager.url).get(`/api/v1/scorecards/${id}/export?year=2022&format=csv`).set(manager.headers());
  expect(saved.status).toBe(200);
  expect(saved.text).toContain('Pieejamo atskaišu skaits SAP BI platformā;skaits;;10;;30;;50;52;');
});
