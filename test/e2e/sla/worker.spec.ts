import { changeTargets, onCalendar } from '../../support/change-targets.js';
import { parseInstant } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import { ImportClocks } from '#sla';
import { startTestApp, type TestApp } from '../../support/app.js';
import { layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { eventually } from '../../support/eventually.js';

describe('the clocks with a worker', () => {
  let test: TestApp;
  let elina: ApiClient;
  let database: Database;

  beforeAll(async () => {
    test = await startTestApp({ cast: true, worker: true });
    elina = await (await layCast(test)).signIn('elina');
    database = test.app.get(Database);
    await changeTargets(test, `seconds = 1, ${onCalendar('24x7')}`, `priority = 5 and kind = 'response'`);
  });

  afterAll(() => test.close());

  const file = async (): Promise<{ id: string; number: string }> =>
    (
      await elina.post<{ id: string; number: string }>('/incidents', {
        title: 'Dators neslēdzas',
        description: 'Kopš rīta.',
        impact: 3,
        urgency: 3,
      })
    ).body;

  it('are breached by the worker alone, strictly after the deadline, and the ticket rises in its queue', async () => {
    const { id } = await file();
    await eventually(async () => {
      const rows = await database.query<{ pct: number; early: boolean }>(
        `select x.pct, x.recorded_at <= x.due_at as early from sla.crossing x join sla.clock c on c.id = x.clock_id where c.ticket_id = $1 and c.kind = 'response' order by 1`,
        [id],
      );
      expect(rows).toEqual([50, 75, 90, 100].map((pct) => ({ pct, early: false })));
      expect(await database.query(`select escalation_rank from tickets.ticket where id = $1`, [id])).toEqual([{ escalation_rank: 2 }]);
    });
    const history = await elina.get<{ items: { type: string; text: string }[] }>(`/tickets/${id}/history`);
    expect(history.body.items.filter((e) => e.type === 'sla.clock-decided').map((e) => e.text)).toEqual(['Atbildes termiņš nokavēts']);
    expect(history.body.items.filter((e) => e.type === 'sla.threshold-crossed').map((e) => e.text)[1]).toBe(
      'Izlietoti 75 % atbildes laika',
    );
  });

  it('leave a sign of life every second', async () => {
    await eventually(async () => {
      const [row] = await database.query<{ runs: number; fresh: boolean }>(
        `select runs, finished_at > clock_timestamp() - interval '3 seconds' as fresh from sla.sweep_run`,
      );
      expect(row).toEqual({ runs: expect.any(Number), fresh: true });
      expect(row!.runs).toBeGreaterThan(1);
    });
  });

  it('are taken in from history in bulk, once, told to nobody', async () => {
    const { id } = await file();
    const importer = test.app.get(ImportClocks);
    const rules = await importer.rules();
    const [ticket] = await database.query<{ id: string }>(
      `insert into tickets.ticket (id, number, type, title, description, requester_id, affected_user_id, created_by_id, institution_id, group_id, impact, urgency,
         priority, state, source, origin, submitted_at, updated_at, resolved_at)
       select gen_random_uuid(), 'INC-2016-000001', type, title, description, requester_id, affected_user_id, created_by_id, institution_id, group_id, 2, 2, 3,
         'resolved', 'import', 'log', '2016-03-02 07:00Z', '2016-03-07 12:00Z', '2016-03-07 12:00Z' from tickets.ticket where id = $1 returning id`,
      [id],
    );
    const past = (type: string, at: string, payload: Record<string, string | number | null> = {}) => ({
      type: `incidents.${type}`,
      subject: { type: 'ticket', id: ticket!.id },
      actorId: null,
      at: parseInstant(at),
      payload,
    });
    const [{ institution_id }] = (await database.query<{ institution_id: string }>(
      `select institution_id from tickets.ticket where id = $1`,
      [id],
    )) as [{ institution_id: string }];
    const history = [
      past('submitted', '2016-03-02T07:00:00Z', { institutionId: institution_id, serviceId: null, groupId: null, priority: 3 }),
      past('accepted', '2016-03-02T08:00:00Z'),
      past('resolved', '2016-03-07T12:00:00Z'),
    ];
    const take = (): Promise<number> =>
      test.app.get(UnitOfWork).run((tx) => importer.importClocks(tx, [importer.replay(history, rules)], rules));
    expect([await take(), await take()]).toEqual([2, 0]);
    const clocks = await elina.get<{ items: { kind: string; outcome: string; breachedAt: string | null; ledger: { type: string }[] }[] }>(
      `/tickets/${ticket!.id}/clocks`,
    );
    expect(clocks.body.items.map((c) => [c.kind, c.outcome, c.breachedAt])).toEqual([
      ['response', 'met', null],
      ['resolution', 'breached', '2016-03-03T14:30:00.000Z'],
    ]);
    expect(await database.query(`select 1 from platform.event_log where subject_id = $1`, [ticket!.id])).toEqual([]);
    expect(
      await database.query(`select 1 from sla.planned_crossing p join sla.clock c on c.id = p.clock_id where c.ticket_id = $1`, [
        ticket!.id,
      ]),
    ).toEqual([]);
  });
});
