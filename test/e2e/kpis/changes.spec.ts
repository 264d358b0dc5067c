import { FreezeMonths, RecountKpis } from '#kpis';
import type { Json } from '#kernel';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { CIVIL, FIRST_LINE, type KpiBody, NETWORK, ORDER, reactAll, tell, TicketStory } from './figure-story.js';

interface RowBody {
  readonly ticket: unknown;
  readonly hit: boolean | null;
  readonly seconds: number | null;
  readonly change: { readonly kind: string; readonly outcome: string; readonly incidents: number } | null;
}

interface Ended {
  readonly kind: 'standard' | 'normal' | 'emergency';
  readonly outcome?: string;
  readonly draftedAt: string;
  readonly submittedAt?: string;
  readonly endedAt: string;
  readonly override?: boolean;
  readonly elsewhere?: boolean;
}

const HOUR = 3_600;
const CODES = ['KPI-10', 'KPI-11', 'CHG-LEAD', 'CHG-CONFLICT', 'CHG-INCIDENT'] as const;

function change({ kind, outcome = 'successful', draftedAt, submittedAt, endedAt, override, elsewhere }: Ended): TicketStory {
  const where: Record<string, Json> = elsewhere
    ? { institutionId: CIVIL, groupId: NETWORK }
    : { institutionId: ORDER, groupId: FIRST_LINE };
  const story = new TicketStory().add(draftedAt, 'changes.drafted', { kind, ...where, serviceId: null });
  if (submittedAt) story.add(submittedAt, 'changes.submitted');
  if (override) story.add(draftedAt, 'changes.conflict-overridden', { reasons: ['freeze'], reason: 'Drošības ielāps.' });
  return story.add(endedAt, 'changes.finished', {
    kind,
    outcome,
    actualFrom: endedAt,
    actualTo: endedAt,
    ...where,
    serviceId: null,
    templateId: null,
  });
}

/** An incident that is linked to a change as caused by it. */
const incident = (of: TicketStory, linkedAt: string): TicketStory =>
  new TicketStory().submitted('2026-03-11T09:00').add(linkedAt, 'tickets.linked', { kind: 'caused_by', targetId: of.id });

/** March 2026 by hand: twelve changes were implemented. Five working days after Tuesday, the 10th, end with Tuesday, the 17th. */
const daily = { draftedAt: '2026-03-02T10:00:00Z', endedAt: '2026-03-03T10:00:00Z' };
const weekly = { draftedAt: '2026-03-01T10:00:00Z', submittedAt: '2026-03-03T18:00:00Z', endedAt: '2026-03-10T18:00:00Z', elsewhere: true };
const standard = Array.from({ length: 4 }, () => change({ kind: 'standard', ...daily }));
const normal = Array.from({ length: 4 }, () => change({ kind: 'normal', ...weekly }));
const withIssues = change({ kind: 'normal', outcome: 'with_issues', ...weekly });
const guilty = change({ kind: 'normal', ...weekly });
const blamedLate = change({ kind: 'normal', ...weekly });
const emergency = change({
  ...{ kind: 'emergency', outcome: 'failed', override: true },
  ...{ draftedAt: '2026-03-20T10:00:00Z', endedAt: '2026-03-20T12:00:00Z' },
});
/** Neither of these was implemented, and the last one ended in April by the clock of Riga. */
const rejected = new TicketStory()
  .add('2026-03-05T10:00:00Z', 'changes.drafted', { kind: 'normal' })
  .add('2026-03-06T10:00:00Z', 'changes.rejected', { reason: 'Nē.' });
const april = change({ kind: 'normal', draftedAt: '2026-03-31T10:00:00Z', endedAt: '2026-03-31T21:30:00Z' });

describe('the figures of changes of March 2026, counted by hand', () => {
  let test: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    await tell(
      test,
      ...[...standard, ...normal, withIssues, guilty, blamedLate, emergency, rejected, april],
      ...[incident(guilty, '2026-03-17T21:59:00Z'), incident(blamedLate, '2026-03-17T22:00:00Z')],
      incident(guilty, '2026-03-12T09:00Z').add('2026-03-12T10:00Z', 'incidents.cancelled', { reason: 'invalid' }),
    );
    await reactAll(test, 4);
  });

  afterAll(() => test?.close());

  const read = async (path: string, login = 'dace'): Promise<KpiBody> =>
    (await (await cast.signIn(login)).get<KpiBody>(`/kpis/${path}`)).body;
  const rows = async (path: string): Promise<readonly RowBody[]> =>
    (await (await cast.signIn('dace')).get<{ items: RowBody[] }>(`/kpis/${path}`)).body.items;

  it('KPI-10: nine of twelve succeeded; one ended with issues, one caused an incident in time, one failed', async () => {
    const { overall, rows: kinds } = await read('KPI-10?period=2026-03&by=kind');
    expect(overall).toMatchObject({ numerator: 9, denominator: 12, value: 75, low: 46.8, high: 91.1, display: 'small' });
    expect(kinds.map(({ key, numerator, denominator }) => [key, numerator, denominator])).toEqual([
      ['emergency', 0, 1],
      ['normal', 5, 7],
      ['standard', 4, 4],
    ]);
    expect((await read('KPI-10?period=2026-04')).overall).toMatchObject({ numerator: 1, denominator: 1 });
  });

  it('KPI-11: one of twelve was urgent; without the standard ones, one of eight', async () => {
    const { overall } = await read('KPI-11?period=2026-03');
    expect(overall).toMatchObject({ numerator: 1, denominator: 12, value: 8.3 });
    // Eight are too few for a share.
    expect(overall.extra).toEqual({ withoutStandard: 8, withoutStandardShare: null });
    // Over the year, with the one of April: nine.
    expect((await read('KPI-11?period=2026')).overall.extra).toEqual({ withoutStandard: 9, withoutStandardShare: null });
  });

  it('lead time: half took a week from their submission; standard ones a day from their draft', async () => {
    const { overall, rows: kinds } = await read('CHG-LEAD?period=2026-03&by=kind');
    // 2 h, four times 24 h, seven times 168 h.
    expect(overall).toMatchObject({ n: 12, spread: { median: 168 * HOUR, p90: 168 * HOUR, mean: ((2 + 4 * 24 + 7 * 168) / 12) * HOUR } });
    expect(kinds.map(({ key, n, spread }) => [key, n, spread?.median ?? null])).toEqual([
      ['emergency', 1, null],
      ['normal', 7, 168 * HOUR],
      ['standard', 4, null],
    ]);
  });

  it('conflicts and incidents: one went against a freeze, two are to blame for an incident each, one was cancelled', async () => {
    expect((await read('CHG-CONFLICT?period=2026-03')).overall).toMatchObject({ numerator: 1, denominator: 12 });
    expect((await read('CHG-INCIDENT?period=2026-03')).overall).toMatchObject({ numerator: 2, denominator: 12, extra: { incidents: 2 } });
  });

  it('open their rows by the query that counted them, and add up whatever they are laid out by', async () => {
    for (const code of CODES) {
      const { overall } = await read(`${code}?period=2026-03`);
      const behind = await rows(`${code}/rows?period=2026-03`);
      expect([code, behind.length]).toEqual([code, overall.n]);
      if (code !== 'CHG-LEAD') expect([code, behind.filter(({ hit }) => hit).length]).toEqual([code, overall.numerator]);
      for (const by of ['institution', 'service', 'group', 'day', 'month']) {
        const parts = await read(`${code}?period=2026-03&by=${by}`);
        expect([code, by, parts.rows.reduce((sum, { n }) => sum + n!, 0)]).toEqual([code, by, 12]);
        for (const { key, n } of parts.rows) expect(await rows(`${code}/rows?period=2026-03&by=${by}&key=${key ?? ''}`)).toHaveLength(n!);
      }
    }
    expect((await rows(`KPI-10/rows?period=2026-03&by=kind&key=emergency`))[0]).toMatchObject({
      hit: false,
      change: { kind: 'emergency', outcome: 'failed', incidents: 0 },
    });
  });

  it('are of one’s own groups for who works in them, and of the whole Centre on the wall', async () => {
    expect((await read('KPI-10?period=2026-03', 'elina')).overall).toMatchObject({ numerator: 4, denominator: 5 });
    expect((await read('KPI-10?period=2026-03', 'inga')).overall).toMatchObject({ denominator: 12 });
    const { items } = (await (await cast.signIn('elina')).get<{ items: KpiBody[] }>('/wall')).body;
    expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining([...CODES]));
  });

  it('are saved as a file with the whole, the parts and the way there', async () => {
    const dace = await cast.signIn('dace');
    const file = async (query: string): Promise<string[]> => {
      const answer = await fetch(`${test.url}/api/v1/kpis/${query}`, { headers: dace.headers() });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/csv')]);
      return (await answer.text()).split('\r\n');
    };
    const success = await file('KPI-10/export?period=2026-03&by=kind&format=csv');
    expect(success).toContain('Standarta izmaiņas;4;4;;;');
    expect(success.some((line) => line.startsWith('KPI-10;Veiksmīgo izmaiņu īpatsvars;2026-03;9;12;75;46,8;91,1;'))).toBe(true);
    expect(await file('CHG-LEAD/export?period=2026-03&by=kind&format=csv')).toContain('Parastas izmaiņas;7;168;;168');
    expect((await file('KPI-01/export?period=2026&format=csv')).some((line) => line.startsWith('KPI-01;'))).toBe(true);
    expect((await dace.get('/kpis/KPI-11/export?by=kind&format=csv')).status).toBe(422);
  });

  it('follow an incident that is linked later, until the window has passed', async () => {
    const [first] = standard;
    await tell(test, incident(first!, '2026-03-10T21:59:00Z'));
    await reactAll(test);
    expect((await read('KPI-10?period=2026-03')).overall).toMatchObject({ numerator: 8 });
    await tell(test, incident(standard[1]!, '2026-03-10T22:00:00Z'));
    await reactAll(test);
    expect((await read('KPI-10?period=2026-03')).overall).toMatchObject({ numerator: 8 });
    expect((await read('CHG-INCIDENT?period=2026-03')).overall).toMatchObject({ numerator: 4 });
    expect(await test.app.get(RecountKpis).execute()).toMatchObject({ differences: 0 });
  });

  it('are frozen as the others are; what is linked afterwards moves nothing', async () => {
    await test.app.get(FreezeMonths).execute();
    await tell(test, incident(standard[2]!, '2026-03-04T10:00:00Z'));
    await reactAll(test);
    expect((await read('KPI-10?period=2026-03')).overall).toMatchObject({ numerator: 8, denominator: 12 });
    const { status } = await (await cast.signIn('dace')).post('/kpis/KPI-10/restatements', { month: '2026-03', reason: 'Saistīts vēlāk.' });
    expect(status).toBe(201);
    expect((await read('KPI-10?period=2026-03')).overall).toMatchObject({ numerator: 7, denominator: 12 });
    expect(await test.app.get(RecountKpis).execute()).toMatchObject({ differences: 0 });
  });
});
