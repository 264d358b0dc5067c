import { randomUUID } from 'node:crypto';
import { demoId } from '#identity';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { reactAll } from '../kpis/figure-story.js';
import { type Figures, layClosedCampaign, type ResultBody, type Told } from './result-story.js';

const ORDER = demoId('institution', 'order');

/** The worked example of DOMAIN 6, with one institution that is silent and one that is left out. */
const example: readonly Told[] = [
  { name: 'Lielā', users: 4000, answered: 120, satisfied: 84 },
  { name: 'Vidējā', users: 60, answered: 10, satisfied: 9 },
  { name: 'Mazā', users: 200, answered: 4, satisfied: 2 },
];

/** Two dozen institutions, some of them small; the people of one are known to the demonstration's coordinator. */
const many: readonly Told[] = [
  ...Array.from({ length: 20 }, (_, at) => ({
    name: `Iestāde ${at + 1}`,
    users: 60 + 11 * at,
    answered: 18 + 3 * at,
    satisfied: 14 + 2 * at,
  })),
  { name: 'Kārtības', users: 90, answered: 25, satisfied: 20, id: ORDER },
  { name: 'Arhīvs', users: 14, answered: 4, satisfied: 3 },
  { name: 'Birojs', users: 12, answered: 4, satisfied: 2 },
  { name: 'Klusā', users: 38, answered: 0, satisfied: 0 },
  { name: 'Izņemtā', users: 7, answered: 0, satisfied: 0, excluded: 'Reorganizācija' },
];

describe('the results of a campaign', () => {
  let test: TestApp;
  let cast: Cast;
  let sanita: ApiClient;
  let dace: ApiClient;
  let inga: ApiClient;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    [sanita, dace, inga] = (await Promise.all(['sanita', 'dace', 'inga'].map((login) => cast.signIn(login)))) as [
      ApiClient,
      ApiClient,
      ApiClient,
    ];
  });

  afterAll(() => test?.close());

  const results = async (client: ApiClient, id: string, query = ''): Promise<{ status: number; body: ResultBody & { code: string } }> =>
    client.get(`/campaigns/${id}/results${query}`);
  const publish = async (id: string): Promise<ResultBody> => {
    expect((await sanita.post(`/campaigns/${id}/publication`)).status).toBe(200);
    const { status, body } = await dace.post<ResultBody>(`/campaigns/${id}/publication`);
    expect(status).toBe(200);
    return body;
  };

  it('print the worked example to the digit', async () => {
    const id = await layClosedCampaign(test, example);
    const { body } = await results(sanita, id);
    expect(body.equal).toMatchObject({
      value: 70,
      low: 50.4,
      high: 84.2,
      nEff: 25.1,
      display: 'small',
      status: 'not_reached_within_error',
    });
    expect(body.byUsers).toMatchObject({ value: 69.3, low: 60.8, high: 76.7 });
    expect(body.unweighted).toMatchObject({ value: 70.9, numerator: 95, n: 134 });
    expect(body).toMatchObject({ target: 75, difference: 'lower', institutions: 3, answered: 134, pinned: 1 });
    expect(body.lines.filter(({ hidden }) => hidden).map(({ institution }) => institution.name)).toEqual(['Lielā', 'Mazā', 'Vidējā']);
  });

  it('hide small institutions in the page, under every filter and in files, and count them in the whole', async () => {
    const id = await layClosedCampaign(test, many);
    const { body } = await results(sanita, id);
    const small = body.lines.filter(({ institution }) => ['Arhīvs', 'Birojs'].includes(institution.name));
    expect(small).toHaveLength(2);
    for (const { institution, hidden, figure } of small) {
      expect(hidden).toBe(true);
      expect(figure).toMatchObject({ n: null, numerator: null, value: null, low: null, display: 'hidden' });
      const filtered = await results(sanita, id, `?institutionId=${institution.id}`);
      expect([filtered.status, filtered.body.code]).toEqual([409, 'surveys.institution-hidden']);
    }
    const shown = body.lines.filter(({ hidden }) => !hidden);
    const hiddenAnswers = body.answered - shown.reduce((sum, { figure }) => sum + (figure.n ?? 0), 0);
    expect(hiddenAnswers).toBeGreaterThanOrEqual(5);
    const file = await fetch(`${test.url}/api/v1/campaigns/${id}/results/export?format=csv`, { headers: sanita.headers() });
    expect([file.status, file.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="survey-2026.csv"']);
    const lines = (await file.text()).split('\r\n');
    expect(lines).toContain('Arhīvs;;;;;;;slēpts: mazāk par 5 atbildēm, vai arī tās ļautu izrēķināt citas iestādes atbildes');
    expect(lines.some((line) => line.startsWith('Iestāde 20;52;75;69,3;'))).toBe(true);
  });

  it('let nobody derive a group of under five from any two pages, filters or files', async () => {
    const id = await layClosedCampaign(test, many);
    const whole = (await results(sanita, id)).body;
    const shown = whole.lines.filter(({ hidden }) => !hidden);
    const pages = await Promise.all(
      shown.map(async ({ institution }) => ({
        of: institution.id,
        items: (await results(sanita, id, `?institutionId=${institution.id}`)).body.items,
      })),
    );
    let pairs = 0;
    for (const [at, item] of whole.items.entries()) {
      const parts = pages.flatMap(({ items }) => items[at]?.n ?? []);
      for (const n of [
        ...parts,
        ...parts.map((part) => (item.n ?? 0) - part),
        (item.n ?? 0) - parts.reduce((sum, part) => sum + part, 0),
      ]) {
        pairs += 1;
        expect(n === 0 || n >= 5).toBe(true);
      }
    }
    expect(pairs).toBeGreaterThan(100);
  });

  it('name who was silent and who was left out, and say whether all answered', async () => {
    const id = await layClosedCampaign(test, many);
    const { coverage } = (await results(sanita, id)).body;
    expect(coverage).toMatchObject({ asked: 24, responding: 23, complete: false });
    expect(coverage.silent).toEqual([expect.objectContaining({ name: 'Klusā', invited: 38 })]);
    expect(coverage.excluded).toEqual([expect.objectContaining({ name: 'Izņemtā', reason: 'Reorganizācija' })]);
    const all = await layClosedCampaign(
      test,
      many.filter(({ name }) => name !== 'Klusā'),
    );
    expect((await results(sanita, all)).body.coverage.complete).toBe(true);
  });

  it('are not there before the closing, nor for others before the publication', async () => {
    const open = await layClosedCampaign(test, many, { state: 'open' });
    expect((await results(sanita, open)).body.code).toBe('surveys.results-not-yet');
    const closed = await layClosedCampaign(test, many);
    expect((await results(inga, closed)).body.code).toBe('surveys.results-not-published');
    expect((await results(dace, closed)).status).toBe(200);
    expect((await sanita.get(`/campaigns/${randomUUID()}/results`)).status).toBe(404);
  });

  it('are published by two people, frozen with the hash of what they were counted from, and read by everybody who may', async () => {
    const id = await layClosedCampaign(test, many);
    const early = await dace.post<{ code: string }>(`/campaigns/${id}/publication`);
    expect([early.status, early.body.code]).toEqual([409, 'surveys.publication-not-asked']);
    const published = await publish(id);
    expect(published).toMatchObject({ state: 'published', inputHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
    await test.app.get(Database).query(`delete from surveys.response where campaign_id = $1`, [id]);
    const later = (await results(inga, id)).body;
    expect({ equal: later.equal, lines: later.lines, hash: later.inputHash }).toEqual({
      equal: published.equal,
      lines: published.lines,
      hash: published.inputHash,
    });
    await expect(test.app.get(Database).query(`update surveys.campaign_result set method = 2`)).rejects.toThrow();
    expect((await sanita.post(`/campaigns/${id}/publication`)).status).toBe(409);
  });

  it('show a coordinator the whole and his own institution, and no other', async () => {
    const id = await layClosedCampaign(test, many);
    const published = await publish(id);
    const zane = await cast.signIn('zane');
    const { body } = await results(zane, id);
    expect(body.equal).toEqual(published.equal);
    expect(body.lines.map(({ institution }) => institution.id)).toEqual([ORDER]);
    expect((await results(zane, id, `?institutionId=${ORDER}`)).status).toBe(200);
    const other = published.lines.find(({ institution, hidden }) => !hidden && institution.id !== ORDER)!;
    expect((await results(zane, id, `?institutionId=${other.institution.id}`)).status).toBe(404);
    const elina = await cast.signIn('elina');
    const list = await elina.get<{ items: { id: string; value: number }[] }>('/survey-results');
    expect(list.body.items.find((one) => one.id === id)).toMatchObject({ answered: published.answered, value: published.equal!.value });
    expect((await zane.get<{ items: { id: string }[] }>('/survey-results')).body.items.map((one) => one.id)).toContain(id);
    expect((await results(elina, id)).body.lines.length).toBe(published.lines.length);
    expect((await (await cast.signIn('ilze')).get(`/campaigns/${id}/results`)).status).toBe(403);
  });

  it('stand beside the year before, of which only what was published is compared', async () => {
    const before = await layClosedCampaign(
      test,
      many.map((one) => ({ ...one, satisfied: Math.floor(one.satisfied * 0.9) })),
      { year: 2025 },
    );
    await publish(before);
    const ids = new Map((await results(sanita, before)).body.lines.map(({ institution }) => [institution.name, institution.id]));
    const now = await layClosedCampaign(
      test,
      many.map((one) => ({ ...one, id: ids.get(one.name), ...(one.name === 'Arhīvs' && { answered: 12, satisfied: 6 }) })),
      { previous: before },
    );
    const { body } = await results(sanita, now);
    expect(body.years.map(({ year }) => year)).toEqual([2025, 2026]);
    expect(body.lines.find(({ institution }) => institution.name === 'Iestāde 5')?.before?.value).toEqual(expect.any(Number));
    expect(body.lines.find(({ institution }) => institution.name === 'Arhīvs')?.before).toBeNull();
  });

  it('become KPI-01 of their year, in the digits of the page', async () => {
    const id = await layClosedCampaign(test, example, { year: 2024 });
    await publish(id);
    await reactAll(test, 1, 'kpis.measure-published-campaign');
    await dace.post('/kpis/KPI-01/earlier-years', { year: 2022, value: 68.4, source: 'Gada pārskats 2022' });
    const { status, body } = await inga.get<Record<string, unknown>>('/kpis/KPI-01?period=2024');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      code: 'KPI-01',
      target: 75,
      campaignId: id,
      overall: { value: 70, low: 50.4, high: 84.2, status: 'not_reached_within_error', extra: { nEff: 25.1, institutions: 3, clients: 3 } },
      byUsers: { value: 69.3, low: 60.8, high: 76.7 },
    });
    const trend = body.trend as { period: string; figure: { value: number | null }; source: string | null }[];
    expect(trend.map(({ period, figure }) => `${period} ${figure.value}`)).toEqual([
      '2020 null',
      '2021 null',
      '2022 68.4',
      '2023 null',
      '2024 70',
    ]);
    expect(trend[2]!.source).toBe('Gada pārskats 2022');
  });

  it('stand as KPI-01 beside the other indicators and on the wall, and open the institutions as they were published', async () => {
    const year = new Date().getFullYear();
    const id = await layClosedCampaign(test, many, { year });
    const published = await publish(id);
    await reactAll(test, 1, 'kpis.measure-published-campaign');
    interface Item {
      readonly code: string;
      readonly period: string;
      readonly overall: Figures & { readonly extra: Record<string, number> };
      readonly byUsers: Figures | null;
      readonly campaignId: string | null;
    }
    const elina = await cast.signIn('elina');
    const headline = { value: published.equal.value, low: published.equal.low, high: published.equal.high };
    for (const [client, path] of [
      [inga, `/kpis?period=${year}-11`],
      [elina, '/wall'],
    ] as const) {
      const { status, body } = await client.get<{ items: Item[] }>(path);
      expect(status).toBe(200);
      expect(body.items[0]).toMatchObject({ code: 'KPI-01', period: String(year), campaignId: id, overall: headline });
      expect(body.items[0]!.overall.extra).toMatchObject({ institutions: 23, clients: 24 });
      expect(body.items[0]!.byUsers?.value).toBe(published.byUsers.value);
      expect(body.items.filter(({ byUsers }) => byUsers !== null)).toHaveLength(1);
    }

    interface Row {
      readonly id: string;
      readonly institution: { readonly name: string };
      readonly figure: Figures;
    }
    const rows = async (client: ApiClient, query = ''): Promise<readonly Row[]> =>
      (await client.get<{ items: Row[] }>(`/kpis/KPI-01/rows?period=${year}${query}`)).body.items;
    const all = await rows(inga);
    expect(all.map(({ id: of, figure }) => [of, figure.display, figure.value]).sort()).toEqual(
      published.lines.map(({ institution, figure }) => [institution.id, figure.display, figure.value]).sort(),
    );
    for (const name of ['Arhīvs', 'Birojs'])
      expect(all.find((row) => row.institution.name === name)!.figure).toMatchObject({ display: 'hidden', n: null, value: null });
    expect(await rows(inga, `&by=institution&key=${ORDER}`)).toHaveLength(1);
    // A coordinator finds his own institution, whichever key he asks for.
    const zane = await cast.signIn('zane');
    expect((await rows(zane)).map((row) => row.id)).toEqual([ORDER]);
    expect(await rows(zane, `&key=${all.find((row) => row.id !== ORDER)!.id}`)).toEqual([]);
    expect((await (await cast.signIn('viktors')).get<{ code: string }>('/kpis/KPI-01/rows')).body.code).toBe('kpis.rows-not-allowed');
  });
});
