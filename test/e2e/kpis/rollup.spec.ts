import { RecountKpis, Recounts } from '#kpis';
import { Database, JobRegistry } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { CIVIL, NETWORK, reactAll, tell, TicketStory } from './figure-story.js';

describe('the rollup of the figures', () => {
  let test: TestApp;
  let database: Database;
  let recount: RecountKpis;
  let jobs: JobRegistry;

  beforeAll(async () => {
    test = await startTestApp();
    database = test.app.get(Database);
    recount = test.app.get(RecountKpis);
    jobs = test.app.get(JobRegistry);
  });

  afterAll(() => test?.close());

  /** Eighty tickets that share their cells: what is most likely to wait for one another, or to get lost. */
  function crowd(): TicketStory[] {
    return Array.from({ length: 80 }, (_, at) => {
      const story = new TicketStory(at % 2 ? {} : { institutionId: CIVIL, groupId: NETWORK }).submitted('2026-03-02T09:00');
      story.clock('2026-03-02T09:00', 'started', {}, 'response').clock('2026-03-02T09:00', 'started');
      story.clock('2026-03-02T10:00', 'paused').clock('2026-03-02T11:00', 'resumed');
      if (at % 3) story.met('2026-03-05T10:00');
      else story.decided('2026-03-06T10:00', 'breached');
      story.resolved('2026-03-07T10:00').rated('2026-03-08T10:00', story.id, ((at % 3) + 1) as 1 | 2 | 3);
      if (at % 5 === 0) story.clock('2026-04-01T09:00Z', 'withdrawn').add('2026-04-01T09:00Z', 'incidents.reopened', { reason: 'again' });
      return story;
    });
  }

  it('equals the recount after reactions that ran many at a time, in any order', async () => {
    await tell(test, ...crowd());
    expect(await reactAll(test, 6)).toBeGreaterThan(400);
    const [sum] = await database.query<{ met: number; breached: number }>(
      `select sum(met)::int as met, sum(breached)::int as breached from kpis.clock_cell`,
    );
    expect(sum!.met + sum!.breached).toBe(64);
    expect(await recount.execute()).toMatchObject({ tickets: 80, caughtUp: 0, differences: 0 });
  });

  it('stays right while recounts run in the middle of the reactions', async () => {
    await tell(test, ...crowd());
    const [, ...recounts] = await Promise.all([reactAll(test, 4), recount.execute(), recount.execute()]);
    expect(recounts.map((outcome) => outcome.differences)).toEqual([0, 0]);
    expect(await recount.execute()).toMatchObject({ tickets: 160, caughtUp: 0, differences: 0 });
  });

  it('does not take events whose reaction is still to come for errors', async () => {
    await tell(test, new TicketStory().submitted('2026-03-02T09:00').clock('2026-03-02T09:00', 'started').met('2026-03-05T10:00'));
    expect(await recount.execute()).toMatchObject({ caughtUp: 1, differences: 0 });
    await reactAll(test);
    expect(await recount.execute()).toMatchObject({ caughtUp: 0, differences: 0 });
  });

  it.each([
    [
      'a cell',
      `update kpis.clock_cell set met = met + 3 where (month, kind, group_id) in (select month, kind, group_id from kpis.clock_cell where met > 0 limit 1)`,
    ],
    ['a missing cell', `delete from kpis.resolution_cell where resolved > 0`],
    [
      'a cell too many',
      `insert into kpis.resolution_cell select 0, '2026-01-01', institution_id, service_id, group_id, 7, 0, 0 from kpis.resolution_cell limit 1`,
    ],
    [
      'a fact',
      `update kpis.clock_fact set outcome = 'breached' where clock_id = (select clock_id from kpis.clock_fact where outcome = 'met' limit 1)`,
    ],
    ['a lost fact', `delete from kpis.rating_fact where ticket_id = (select ticket_id from kpis.rating_fact limit 1)`],
  ])('is healed where an error was planted in %s', async (_name, sql) => {
    await database.query(sql);
    const found = await recount.execute();
    expect(found.differences).toBeGreaterThan(0);
    expect(found.healed).toBe(found.differences);
    expect(await recount.execute()).toMatchObject({ differences: 0 });
  });

  it('is recounted by the hourly job, which heals it too', async () => {
    await plantToday();
    expect(await jobs.named('kpis.recount-random-days')!.run({})).toMatchObject({ differences: 1, healed: 1 });
    expect(await recount.execute()).toMatchObject({ differences: 0 });
  });

  it('is recounted every night in the background, where a lost job is found again', async () => {
    await plantToday();
    const run = (await jobs.named('kpis.recount-all')!.run({})) as { id: string };
    // Whoever asks meanwhile gets the run that is under way.
    expect(await recount.begin(null)).toMatchObject({ id: run.id });
    await jobs.named('kpis.continue-run')!.run({ runId: run.id });
    const ended = await test.app.get(Recounts).read(run.id);
    expect(ended).toMatchObject({ state: 'done', done: 161, total: 161, result: { differences: 1, facts: 0, cells: 1 } });
    expect(await recount.execute()).toMatchObject({ differences: 0 });
  });

  async function plantToday(): Promise<void> {
    await database.query(
      `insert into kpis.resolution_cell select 0, date_trunc('month', now() at time zone 'Europe/Riga'), institution_id, service_id, group_id, 7, 0, 0
       from kpis.resolution_cell where month = '2026-03-01' limit 1
       on conflict (edition, month, institution_id, service_id, group_id) do update set resolved = 7`,
    );
  }

  it('counts nothing twice when a reaction is delivered again', async () => {
    const before = await database.query(`select * from kpis.clock_cell order by 1, 2, 3, 4, 5, 6, 7`);
    await database.query(
      `insert into platform.pending_reaction (event_id, reaction) select id, 'kpis.refresh-facts' from platform.event_log where type = 'sla.clock-decided'`,
    );
    expect(await reactAll(test, 6)).toBeGreaterThan(50);
    expect(await database.query(`select * from kpis.clock_cell order by 1, 2, 3, 4, 5, 6, 7`)).toEqual(before);
  });
});
