import { changeTargets } from '../../support/change-targets.js';
import { setTimeout as sleep } from 'node:timers/promises';
import { Database } from '#platform';
import { ContinueRun, RecordCrossings } from '#sla';
import { startTestApp, type TestApp } from '../../support/app.js';
import { layCast } from '../../support/cast.js';
import type { ApiClient } from '../../support/client.js';
import { ReplanStory } from './replan-story.js';

describe('a replan among everything else', () => {
  let test: TestApp;
  let elina: ApiClient;
  let story: ReplanStory;
  let database: Database;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    elina = await (await layCast(test)).signIn('elina');
    story = new ReplanStory(test);
    database = test.app.get(Database);
    // A calendar that counts every hour of every day but the exceptions, so that the test runs at any hour.
    const day = [['00:00', '24:00']];
    await database.query(
      `insert into calendars.calendar_version select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'version', v.version + 1,
         'weekly', $1::jsonb, 'exceptions', '[]'::jsonb, 'shortened_by_minutes', 0))).*
       from calendars.calendar_version v join calendars.calendar c on c.id = v.calendar_id where c.code = 'lv-8x5' order by v.version desc limit 1`,
      [JSON.stringify({ '1': day, '2': day, '3': day, '4': day, '5': day, '6': day, '7': day })],
    );
    await changeTargets(test, `seconds = case kind when 'response' then 3 else 90000 end`, `priority = 5`);
  });

  afterAll(() => test.close());

  const file = async (): Promise<string> => {
    const answer = await elina.post<{ id: string }>('/incidents', { title: 'Lēns tīkls', description: 'Visur.', impact: 3, urgency: 3 });
    expect(answer.status).toBe(201);
    return answer.body.id;
  };
  const tomorrow = async () => {
    const [row] = await database.query<{ date: string }>(`select ((now() at time zone 'Europe/Riga')::date + 1) as date`);
    return { date: row!.date, kind: 'holiday' as const };
  };

  it('loses to the deadline or wins over it, and never both: each clock is crossed once, never early, and its row is what its ledger folds to', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 40; n += 1) ids.push(await file());
    const { runId, versionId } = await story.publish(await tomorrow());
    const sweep = test.app.get(RecordCrossings);
    let over = false;
    const sweeping = (async () => {
      while (!over) await sweep.execute();
    })();
    const acting = Promise.all(ids.slice(0, 10).map((id) => elina.post(`/incidents/${id}/acceptance`)));
    const run = await story.workOff(runId);
    await acting;
    await sleep(3_500);
    over = true;
    await sweeping;
    expect(run).toMatchObject({ state: 'done', result: { failed: 0 } });
    const crossings = await database.query<{ clocks: number; twice: number; early: number }>(
      `select count(distinct x.clock_id)::int as clocks, (count(*) - count(distinct (x.clock_id, x.pct)))::int as twice,
         count(*) filter (where x.recorded_at < x.due_at)::int as early
       from sla.crossing x join sla.clock c on c.id = x.clock_id where c.ticket_id = any($1::uuid[]) and x.pct = 100`,
      [ids],
    );
    const undecided = await database.query(
      `select 1 from sla.clock where ticket_id = any($1::uuid[]) and kind = 'response' and outcome is null`,
      [ids],
    );
    expect([crossings[0]?.twice, crossings[0]?.early, undecided]).toEqual([0, 0, []]);
    const behind = await database.query(
      `select 1 from sla.clock where ticket_id = any($1::uuid[]) and kind = 'resolution' and outcome is null and target_calendar_id <> $2`,
      [ids, versionId],
    );
    expect(behind).toEqual([]);
    for (const id of ids.slice(0, 12)) {
      const kept = await story.clocks(id);
      const told = await elina.get<{ items: { kind: string; dueAt: string | null; outcome: string | null }[] }>(`/tickets/${id}/clocks`);
      for (const { kind, outcome } of kept) expect(told.body.items.find((clock) => clock.kind === kind)).toMatchObject({ outcome });
    }
  });

  it('goes on where it was killed: what a slice did is kept with how far it is, or not at all', async () => {
    const id = await file();
    const before = (await story.clocks(id)).find(({ kind }) => kind === 'resolution')!;
    const { runId } = await story.publish({ ...(await tomorrow()), kind: 'one_off', windows: [['00:00', '12:00']] } as never);
    // The connection of the slice dies between its work and its commit.
    await database.query(
      `create function sla.die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`,
    );
    await database.query(
      `create trigger die before update of done on sla.run for each row when (new.done > old.done) execute function sla.die()`,
    );
    const runs = test.app.get(ContinueRun);
    await expect(runs.slice(runId)).rejects.toThrow();
    await database.query(`drop trigger die on sla.run`);
    expect((await story.clocks(id)).find(({ kind }) => kind === 'resolution')).toEqual(before);
    expect(await story.run(runId)).toMatchObject({ done: 0 });
    const [finished, second] = await Promise.all([story.workOff(runId), story.workOff(runId)]);
    expect([finished.state, second.state].includes('done')).toBe(true);
    expect(await story.workOff(runId)).toMatchObject({ state: 'done', result: { failed: 0 } });
    const after = (await story.clocks(id)).find(({ kind }) => kind === 'resolution')!;
    expect([after.version, after.corrections]).toEqual([before.version + 1, before.corrections + 1]);
  });
});
