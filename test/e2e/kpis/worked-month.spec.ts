import { FreezeMonths, RecountKpis } from '#kpis';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { eventually } from '../../support/eventually.js';
import { type ReportBody, type RowsBody, tell, TicketStory } from './figure-story.js';

/** The nine tickets of DOMAIN 4.6. */
function workedMonth(): TicketStory[] {
  const opened = (at: string): TicketStory => new TicketStory().submitted(at).clock(at, 'started');
  return [
    opened('2026-03-02T09:00').met('2026-03-05T10:00'),
    opened('2026-03-03T09:00').decided('2026-03-10T12:00:01', 'breached', '2026-03-10T12:00').clock('2026-03-12T09:00', 'stopped'),
    opened('2026-03-24T09:00').decided('2026-03-31T16:00:01+03:00', 'breached', '2026-03-31T16:00+03:00'),
    opened('2026-03-26T09:00').met('2026-04-01T10:00+03:00'),
    opened('2026-03-25T09:00').clock('2026-03-26T09:00', 'paused'),
    opened('2026-03-11T09:00')
      .clock('2026-03-12T09:00', 'cancelled')
      .add('2026-03-12T09:00', 'incidents.cancelled', { reason: 'withdrawn' }),
    opened('2026-03-13T09:00')
      .decided('2026-03-20T12:00:01', 'breached', '2026-03-20T12:00')
      .clock('2026-03-23T09:00', 'cancelled')
      .add('2026-03-23T09:00', 'incidents.cancelled', { reason: 'invalid' }),
    opened('2026-03-27T09:00')
      .met('2026-03-30T10:00+03:00')
      .clock('2026-04-01T11:00+03:00', 'withdrawn')
      .clock('2026-04-01T11:00+03:00', 'reopened')
      .met('2026-04-07T15:00+03:00'),
    opened('2026-03-16T09:00')
      .clock('2026-03-17T09:00', 'cancelled')
      .add('2026-03-17T09:00', 'incidents.cancelled', { reason: 'duplicate' }),
  ];
}

describe('the worked month of March 2026', () => {
  let test: TestApp;
  let cast: Cast;

  beforeAll(async () => {
    test = await startTestApp({ cast: true, worker: true });
    cast = await layCast(test);
    await tell(test, ...workedMonth());
  });

  afterAll(() => test?.close());

  async function report(month: string): Promise<ReportBody> {
    return (await (await cast.signIn('dace')).get<ReportBody>(`/reports/sla-compliance?month=${month}`)).body;
  }

  it('counts one met of four, lists what does not count, and shows four clocks as counts only', async () => {
    await eventually(async () => {
      const march = await report('2026-03');
      expect(march.overall).toMatchObject({ numerator: 1, denominator: 4, value: null, display: 'counts', status: null });
      expect(march).toMatchObject({
        frozen: false,
        freezeAt: '2026-04-09T21:00:00.000Z',
        openBreached: 1,
        pausedUndecided: 1,
        excluded: 2,
      });
    });
    expect((await report('2026-04')).overall).toMatchObject({ numerator: 2, denominator: 2 });
    expect((await report('2026-02')).overall).toMatchObject({ denominator: 0, display: 'none', value: null });
  });

  it('is 25.0 % where enough clocks tell the same story eight times', async () => {
    for (let i = 0; i < 7; i += 1) await tell(test, ...workedMonth());
    await eventually(async () => {
      const march = await report('2026-03');
      expect(march.overall).toMatchObject({ numerator: 8, denominator: 32, n: 32, value: 25, display: 'full', status: 'not_reached' });
      expect(march.byKind).toEqual([expect.objectContaining({ key: 'resolution', value: 25 })]);
    });
  });

  it('opens exactly the clocks that were counted', async () => {
    const dace = await cast.signIn('dace');
    const first = (await dace.get<RowsBody>('/kpis/KPI-09/rows?period=2026-03&limit=20')).body;
    const second = (await dace.get<RowsBody>(`/kpis/KPI-09/rows?period=2026-03&limit=20&cursor=${first.nextCursor}`)).body;
    const rows = [...first.items, ...second.items];
    expect([first.items.length, second.items.length, second.nextCursor]).toEqual([20, 12, null]);
    expect(new Set(rows.map((row) => row.id)).size).toBe(32);
    expect(rows.filter((row) => row.clock?.outcome === 'met')).toHaveLength(8);
  });

  it('stays as it was frozen, and is corrected by a restatement only', async () => {
    await test.app.get(FreezeMonths).execute();
    expect(await report('2026-03')).toMatchObject({ frozen: true, overall: { numerator: 8, denominator: 32 } });
    await tell(test, new TicketStory().submitted('2026-03-02T09:00').clock('2026-03-02T09:00', 'started').met('2026-03-05T10:00'));
    expect(await test.app.get(RecountKpis).execute()).toMatchObject({ differences: 0 });
    expect((await report('2026-03')).overall).toMatchObject({ numerator: 8, denominator: 32 });
    const dace = await cast.signIn('dace');
    expect((await dace.post('/kpis/KPI-09/restatements', { month: '2026-03', reason: 'A clock was found.' })).body).toEqual({ edition: 2 });
    expect((await report('2026-03')).overall).toMatchObject({ numerator: 9, denominator: 33 });
    expect((await dace.get<RowsBody>('/kpis/KPI-09/rows?period=2026-03&limit=200')).body.items).toHaveLength(33);
    expect((await dace.post('/kpis/KPI-09/restatements', { month: '2026-11', reason: 'too early' })).status).toBe(409);
  });
});
