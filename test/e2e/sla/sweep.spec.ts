import { changeTargets, onCalendar } from '../../support/change-targets.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseInstant } from '#kernel';
import { Database } from '#platform';
import { RecordCrossings, SweepWatchdog } from '#sla';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { eventually } from '../../support/eventually.js';

interface Crossing {
  readonly pct: number;
  readonly target_no: number;
  readonly late: number;
  readonly jumped: boolean;
}

describe('the sweep', () => {
  let test: TestApp;
  let cast: Cast;
  let elina: ApiClient;
  let database: Database;
  let sweep: RecordCrossings;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    elina = await cast.signIn('elina');
    database = test.app.get(Database);
    sweep = test.app.get(RecordCrossings);
  });

  afterAll(() => test.close());

  const file = async (body: object = {}): Promise<string> => {
    const answer = await elina.post<{ id: string }>('/incidents', {
      title: 'Printeris drukā ar svītrām',
      description: 'Toneris nomainīts.',
      impact: 3,
      urgency: 3,
      ...body,
    });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const backDated = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
  const crossingsOf = (ticketId: string, kind: string): Promise<Crossing[]> =>
    database.query<Crossing>(
      `select x.pct, x.target_no, x.jumped, extract(epoch from x.recorded_at - greatest(x.due_at, x.planned_at))::float8 as late
       from sla.crossing x join sla.clock c on c.id = x.clock_id where c.ticket_id = $1 and c.kind = $2 order by x.recorded_at, x.pct`,
      [ticketId, kind],
    );
  const eventsOf = (ticketId: string, type: string): Promise<{ payload: Record<string, unknown> }[]> =>
    database.query(`select payload from platform.event_log where subject_id = $1 and type = $2 order by id`, [ticketId, type]);

  it('records what a back-dated ticket was born with, each threshold once, however many sweeps run at once', async () => {
    const id = await file({ impact: 1, urgency: 1, source: 'phone', submittedAt: backDated(50), submittedAtReason: 'Zvans dežūras laikā' });
    await Promise.all([sweep.execute(), sweep.execute(), sweep.execute()]);
    await sweep.execute();
    const crossings = await crossingsOf(id, 'response');
    expect(crossings.map((c) => [c.pct, c.target_no, c.jumped])).toEqual([
      [50, 1, false],
      [75, 1, false],
      [90, 1, false],
      [100, 1, false],
    ]);
    expect(crossings.every((c) => c.late >= 0 && c.late < 5)).toBe(true);
    expect((await eventsOf(id, 'sla.threshold-crossed')).map((e) => e.payload['pct'])).toEqual([50, 75, 90, 100]);
    const [decided, ...more] = await eventsOf(id, 'sla.clock-decided');
    expect([decided?.payload, more]).toMatchObject([{ outcome: 'breached', kind: 'response', priority: 1 }, []]);
    const [clock] = await database.query<Record<string, unknown>>(
      `select outcome, outcome_at = due_at as at_deadline from sla.clock where ticket_id = $1 and kind = 'response'`,
      [id],
    );
    expect(clock).toEqual({ outcome: 'breached', at_deadline: true });
  });

  it('leaves a breach to whoever comes first: an acceptance after the deadline records it itself', async () => {
    const id = await file({ impact: 1, urgency: 1, source: 'phone', submittedAt: backDated(40), submittedAtReason: 'Zvans' });
    await elina.post(`/incidents/${id}/acceptance`);
    await sweep.execute();
    expect((await crossingsOf(id, 'response')).map((c) => c.pct)).toEqual([50, 75, 90, 100]);
    expect((await eventsOf(id, 'sla.clock-decided')).map((e) => e.payload['outcome'])).toEqual(['breached']);
    const [clock] = await database.query<Record<string, unknown>>(
      `select state, outcome from sla.clock where ticket_id = $1 and kind = 'response'`,
      [id],
    );
    expect(clock).toEqual({ state: 'stopped', outcome: 'breached' });
  });

  it('has nothing to record while a clock is paused, and never fires a threshold again after it', async () => {
    const id = await file({ impact: 1, urgency: 1 });
    await elina.post(`/incidents/${id}/acceptance`);
    await elina.post(`/incidents/${id}/hold`, { reason: 'awaiting_requester', question: 'Vai tas notiek joprojām?' });
    const planned = await database.query(
      `select 1 from sla.planned_crossing p join sla.clock c on c.id = p.clock_id where c.ticket_id = $1`,
      [id],
    );
    expect(planned).toEqual([]);
    await elina.post(`/incidents/${id}/resumption`);
    const again = await database.query<{ pct: number; fits: boolean }>(
      `select p.pct, p.plan_no = c.plan_no as fits from sla.planned_crossing p join sla.clock c on c.id = p.clock_id where c.ticket_id = $1 order by 1`,
      [id],
    );
    expect(again).toEqual([50, 75, 90, 100].map((pct) => ({ pct, fits: true })));
  });

  it('tells one notice for the highest threshold that a change of priority jumps over', async () => {
    const id = await file({ impact: 1, urgency: 1, source: 'phone', submittedAt: backDated(8), submittedAtReason: 'Zvans' });
    await sweep.execute();
    expect((await crossingsOf(id, 'response')).map((c) => c.pct)).toEqual([50]);
    await elina.post(`/incidents/${id}/priority`, { impact: 3, urgency: 3, reason: 'wrong_registration' });
    await changeTargets(test, `seconds = 600`, `priority = 1 and kind = 'response'`);
    await elina.post(`/incidents/${id}/priority`, { impact: 1, urgency: 1, reason: 'new_information' });
    await changeTargets(test, `seconds = 900`, `priority = 1 and kind = 'response'`);
    const jumped = (await crossingsOf(id, 'response')).filter((c) => c.target_no === 3);
    expect(jumped.map((c) => [c.pct, c.jumped])).toEqual([[50, true]]);
    expect((await eventsOf(id, 'sla.threshold-crossed')).map((e) => [e.payload['pct'], e.payload['targetNo']])).toEqual([
      [50, 1],
      [50, 3],
    ]);
  });

  it('and a stop never both win: met only at or before the deadline, breached only with a crossing after it', async () => {
    await changeTargets(test, `seconds = 2, ${onCalendar('24x7')}`, `priority = 5 and kind = 'response'`);
    const ids = await Promise.all(Array.from({ length: 24 }, () => file()));
    const [{ due }] = (await database.query<{ due: number }>(
      `select extract(epoch from min(due_at) - clock_timestamp())::float8 as due from sla.clock where ticket_id = any($1)`,
      [ids],
    )) as [{ due: number }];
    let sweeping = true;
    const sweeps = (async () => {
      while (sweeping) await sweep.execute();
    })();
    await Promise.all(
      ids.map(async (id, i) => {
        await sleep(Math.max(0, due * 1000 - 200) + i * 25);
        await elina.post(`/incidents/${id}/acceptance`);
      }),
    );
    sweeping = false;
    await sweeps;
    const rows = await database.query<{ outcome: string; in_time: boolean; crossed: boolean; after: boolean; decided: number }>(
      `select c.outcome, c.stopped_at <= c.due_at as in_time, x.clock_id is not null as crossed, coalesce(x.recorded_at > x.due_at, true) as after,
         (select count(*) from platform.event_log e where e.type = 'sla.clock-decided' and e.payload ->> 'clockId' = c.id::text) as decided
       from sla.clock c left join sla.crossing x on x.clock_id = c.id and x.pct = 100 where c.ticket_id = any($1) and c.kind = 'response'`,
      [ids],
    );
    expect(rows).toHaveLength(24);
    for (const row of rows)
      expect(row).toEqual({
        outcome: row.in_time ? 'met' : 'breached',
        in_time: row.in_time,
        crossed: !row.in_time,
        after: true,
        decided: 1,
      });
  });

  it('and a change of priority never both win: one outcome for each clock, and the row stands as its ledger folds', async () => {
    const ids = await Promise.all(Array.from({ length: 24 }, () => file()));
    let sweeping = true;
    const sweeps = (async () => {
      while (sweeping) await sweep.execute();
    })();
    await Promise.all(
      ids.map(async (id, i) => {
        await sleep(1_500 + i * 30);
        await elina.post(`/incidents/${id}/priority`, { impact: 3, urgency: 2, reason: 'new_information' });
        await elina.post(`/incidents/${id}/priority`, { impact: 3, urgency: 3, reason: 'new_information' });
      }),
    );
    await eventually(async () => {
      const [row] = await database.query<{ n: number }>(
        `select count(*) as n from sla.clock where ticket_id = any($1) and kind = 'response' and outcome is null`,
        [ids],
      );
      expect(row).toEqual({ n: 0 });
    });
    sweeping = false;
    await sweeps;
    const rows = await database.query<{
      ticket_id: string;
      outcome: string;
      at_due: boolean;
      crossed: number;
      decided: number;
      planned: number;
    }>(
      `select c.ticket_id, c.outcome, c.outcome_at = c.due_at as at_due,
         (select count(*) from sla.crossing x where x.clock_id = c.id and x.pct = 100) as crossed,
         (select count(*) from sla.planned_crossing p where p.clock_id = c.id) as planned,
         (select count(*) from platform.event_log e where e.type = 'sla.clock-decided' and e.payload ->> 'clockId' = c.id::text) as decided
       from sla.clock c where c.ticket_id = any($1) and c.kind = 'response'`,
      [ids],
    );
    for (const { ticket_id, ...row } of rows) {
      expect(row).toEqual({ outcome: 'breached', at_due: true, crossed: 1, decided: 1, planned: 0 });
      const { body } = await elina.get<{ items: { kind: string; breachedAt: string; dueAt: string }[] }>(`/tickets/${ticket_id}/clocks`);
      const folded = body.items.find((c) => c.kind === 'response');
      const [kept] = await database.query<{ due_at: number }>(`select due_at from sla.clock where ticket_id = $1 and kind = 'response'`, [
        ticket_id,
      ]);
      expect([folded?.breachedAt, folded?.dueAt].map((at) => parseInstant(at ?? ''))).toEqual([kept?.due_at, kept?.due_at]);
    }
    expect(rows).toHaveLength(24);
  });

  it('is run by the watchdog where no job has run it for three seconds, and only there', async () => {
    const watchdog = test.app.get(SweepWatchdog);
    await sweep.execute();
    expect(await watchdog.look()).toBe(false);
    await database.query(`update sla.sweep_run set finished_at = clock_timestamp() - interval '4 seconds'`);
    expect(await watchdog.look()).toBe(true);
    expect(await watchdog.look()).toBe(false);
  });
});
