import { demoId } from '#identity';
import { monthOf, RecountKpis } from '#kpis';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { eventually } from '../../support/eventually.js';
import { helped } from '../ratings/rated-help.js';
import type { KpiBody, ReportBody, RowsBody } from './figure-story.js';

describe('figures of work done at the desk', () => {
  let test: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    test = await startTestApp({ cast: true, worker: true });
    cast = await layCast(test);
  });

  afterAll(() => test?.close());

  it('count clocks and ratings of this month, and open the rows behind them', async () => {
    const tickets: string[] = [];
    for (let i = 0; i < 6; i += 1) tickets.push(await helped(cast, i % 2 ? 'ilze' : 'janis'));
    for (const [at, ticket] of tickets.entries()) {
      const rater = await cast.signIn(at % 2 ? 'ilze' : 'janis');
      expect((await rater.post(`/tickets/${ticket}/rating`, { value: at < 4 ? 'good' : 'bad' })).status).toBe(201);
    }
    const dace = await cast.signIn('dace');
    const month = monthOf(await test.unitOfWork.run(async (tx) => tx.now));
    await eventually(async () => {
      const report = (await dace.get<ReportBody>(`/reports/sla-compliance?month=${month}&by=group`)).body;
      expect(report.overall).toMatchObject({ numerator: 12, denominator: 12, value: 100, display: 'small' });
      expect(report.rows).toEqual([expect.objectContaining({ key: demoId('group', 'first-line'), name: '1. līnija', n: 12 })]);
      expect(report.byKind.map((row) => [row.key, row.n]).sort()).toEqual([
        ['resolution', 6],
        ['response', 6],
      ]);
      const satisfaction = (await dace.get<KpiBody>('/kpis/KPI-02')).body;
      expect(satisfaction.overall).toMatchObject({ display: 'hidden', n: null });
    });
    const rows = (await dace.get<RowsBody>(`/kpis/KPI-09/rows?period=${month}&by=kind&key=response`)).body;
    expect(rows.items).toHaveLength(6);
    expect((await test.app.get(RecountKpis).execute()).differences).toBe(0);
  });

  it('take a met clock out when its ticket is reopened', async () => {
    const ticket = await helped(cast);
    const dace = await cast.signIn('dace');
    const resolution = async (): Promise<number | null | undefined> =>
      (await dace.get<ReportBody>('/reports/sla-compliance')).body.byKind.find((row) => row.key === 'resolution')?.n;
    await eventually(async () => expect(await resolution()).toBe(7));
    await (await cast.signIn('ilze')).post(`/incidents/${ticket}/reopening`, { reason: 'Joprojām nestrādā.' });
    await eventually(async () => expect(await resolution()).toBe(6));
  });
});
