import { randomUUID } from 'node:crypto';
import { RecountKpis } from '#kpis';
import { JobRegistry } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { CIVIL, type KpiBody, NETWORK, ORDER, reactAll, type RowsBody, tell, type TicketOptions, TicketStory } from './figure-story.js';

let test: TestApp;
let cast: Cast;

/** Somebody's tickets, resolved and rated in a month, one for each value. */
function ratings(month: string, values: readonly (1 | 2 | 3)[], options: TicketOptions = {}, rater: string = randomUUID()): TicketStory[] {
  return values.map((value, at) =>
    new TicketStory(options)
      .submitted(`${month}-0${at + 1}T09:00Z`)
      .resolved(`${month}-0${at + 1}T12:00Z`)
      .rated(`${month}-0${at + 2}T12:00Z`, rater, value),
  );
}

async function kpi(login: string, query: string): Promise<KpiBody> {
  const answer = await (await cast.signIn(login)).get<KpiBody>(`/kpis/KPI-02?${query}`);
  expect(answer.status).toBe(200);
  return answer.body;
}

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  cast = await layCast(test);
  const changeable = randomUUID();
  await tell(
    test,
    // May: twelve users of one institution; one has half of his ratings good, one has fewer.
    ...Array.from({ length: 10 }, () => ratings('2026-05', [3])).flat(),
    ...ratings('2026-05', [1, 3]),
    ...ratings('2026-05', [1, 1, 2]),
    // Three users of another institution, and a group that is no user support.
    ...Array.from({ length: 3 }, () => ratings('2026-05', [1], { institutionId: CIVIL })).flat(),
    ...ratings('2026-05', [1], { groupId: NETWORK }),
    // June: the same user content in one month and not over the year; a rating that a reopening took out.
    ...ratings('2026-06', [3], {}, changeable),
    ...ratings('2026-07', [1, 1], {}, changeable),
    ...ratings('2026-06', [1]).map((story) => story.add('2026-06-09T10:00Z', 'incidents.reopened', { reason: 'again' })),
    // Unanswered.
    ...Array.from({ length: 15 }, () => new TicketStory().submitted('2026-05-04T09:00Z').resolved('2026-05-05T09:00Z')),
  );
  await reactAll(test, 6);
});

afterAll(() => test?.close());

describe('KPI-02', () => {
  it('counts users, with ratings, strict share and response beside it', async () => {
    const { overall, target, definitionVersion } = await kpi('dace', 'period=2026-05');
    expect(overall).toMatchObject({
      numerator: 11,
      denominator: 15,
      n: 15,
      value: 73.3,
      display: 'small',
      status: 'not_reached_within_error',
    });
    expect(overall.extra).toEqual({
      ratings: 18,
      satisfiedRatings: 12,
      satisfiedRatingShare: 66.7,
      goodRatings: 11,
      goodRatingShare: 61.1,
      resolvedTickets: 33,
      ratedTickets: 18,
      responseShare: 54.5,
    });
    expect([target, definitionVersion]).toEqual([85, 1]);
  });

  it('hides fewer than five opinions, and the next smallest with them', async () => {
    const { rows } = await kpi('dace', 'period=2026-05&by=institution');
    expect(rows.map((row) => [row.key, row.display, row.numerator, row.n]).sort()).toEqual(
      [
        [CIVIL, 'hidden', null, null],
        [ORDER, 'hidden', null, null],
      ].sort(),
    );
    expect(rows.flatMap((row) => Object.values(row.extra)).every((value) => value === null)).toBe(true);
  });

  it('adds a user up over the months of a year instead of averaging them', async () => {
    const { overall } = await kpi('dace', 'period=2026');
    expect(overall).toMatchObject({ numerator: 11, denominator: 16 });
    expect((await kpi('dace', 'period=2026-06')).overall).toMatchObject({ display: 'hidden', numerator: null });
  });

  it('does not give a hidden month away by the ratings of its year', async () => {
    const { overall } = await kpi('dace', 'period=2026');
    expect(overall.extra['ratings']).toBeNull();
  });

  it('shows a trend in which each month is hidden by its own number', async () => {
    const { trend } = await kpi('dace', 'period=2026-07');
    expect(trend.slice(-3).map((point) => [point.period, point.figure.display])).toEqual([
      ['2026-05', 'small'],
      ['2026-06', 'hidden'],
      ['2026-07', 'hidden'],
    ]);
  });

  it('opens the ratings behind a figure that is shown, without their givers', async () => {
    const dace = await cast.signIn('dace');
    const { items } = (await dace.get<RowsBody>('/kpis/KPI-02/rows?period=2026-05')).body;
    expect(items).toHaveLength(18);
    expect(items.filter((row) => row.rating === 'bad')).toHaveLength(6);
    expect(JSON.stringify(items)).not.toMatch(/rater/i);
  });

  it('refuses the rows of a hidden cell and of a hidden month with a code', async () => {
    const dace = await cast.signIn('dace');
    for (const query of [`period=2026-05&by=institution&key=${CIVIL}`, `period=2026-05&by=institution&key=${ORDER}`, 'period=2026-06']) {
      const { status, body } = await dace.get(`/kpis/KPI-02/rows?${query}`);
      expect([status, body['code']]).toEqual([403, 'kpis.rows-hidden']);
    }
  });
});

describe('who reads the figures', () => {
  it('refuses requesters, and administrators who are nothing else', async () => {
    for (const login of ['ilze', 'admin']) expect((await (await cast.signIn(login)).get('/kpis/KPI-02')).status).toBe(403);
  });

  it('gives a coordinator his institution, and no rows of ratings', async () => {
    const { overall, rows } = await kpi('zane', 'period=2026-05&by=institution');
    expect(overall).toMatchObject({ numerator: 11, denominator: 12 });
    expect(rows.map((row) => row.key)).toEqual([ORDER]);
    const { status, body } = await (await cast.signIn('zane')).get('/kpis/KPI-02/rows?period=2026-05');
    expect([status, body['code']]).toEqual([403, 'kpis.rows-not-allowed']);
  });

  it('gives an agent his groups, and managers and auditors everything', async () => {
    expect((await kpi('elina', 'period=2026-05')).overall).toMatchObject({ denominator: 15 });
    expect((await kpi('inga', 'period=2026-05')).overall).toMatchObject({ denominator: 15 });
  });

  it('lets managers recount, and nobody who only reads', async () => {
    const dace = await cast.signIn('dace');
    const begun = await dace.post<{ id: string }>('/kpis/KPI-02/recount');
    expect(begun).toMatchObject({ status: 202, body: { kind: 'all', person: 'Dace Vītola' } });
    await test.app.get(RecountKpis).execute();
    await test.app.get(JobRegistry).named('kpis.continue-run')!.run({ runId: begun.body.id });
    expect((await dace.get(`/kpis/recounts/${begun.body.id}`)).body).toMatchObject({ state: 'done', facts: 0, cells: 0 });
    expect((await dace.get<{ items: unknown[] }>('/kpis/recounts')).body.items).toHaveLength(2);
    for (const login of ['inga', 'elina', 'zane']) expect((await (await cast.signIn(login)).post('/kpis/KPI-02/recount')).status).toBe(403);
  });

  it('answers unknown indicators, breakdowns and periods with their codes', async () => {
    const dace = await cast.signIn('dace');
    expect((await dace.get('/kpis/KPI-99')).status).toBe(404);
    expect((await dace.get('/kpis/KPI-02?by=priority')).body).toMatchObject({ status: 422, code: 'kpis.dimension-unknown' });
    expect((await dace.get('/kpis/KPI-02?period=2026-13')).status).toBe(422);
  });
});
