import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { sleep } from '../chance.mjs';
import { Driver } from '../clients/driver.mjs';
import { SURGE_SECONDS } from '../cast.mjs';
import { slack } from '../stage.mjs';

const FILED_AT_ONCE = 6;
const PROBE = 24;
const WITHIN_S = 10;

/** A client for one purpose, beside the random ones. */
function helper(stage, name, n = 0) {
  const chance = stage.chance.of(`${name} ${n}`);
  return new Driver({ name, chance, client: stage.client, people: stage.people, history: stage.history, pauseMs: [0, 0] });
}

/** Files incidents whose resolution is due at one and the same instant: calls that an agent enters late, all from one moment. */
async function fileDueAt(stage, name, count, dueAt) {
  const submittedAt = new Date(dueAt - SURGE_SECONDS * 1000).toISOString();
  let left = count;
  const file = async (_none, n) => {
    const driver = helper(stage, name, n);
    while (left-- > 0) {
      const more = {
        serviceId: stage.people.services[2],
        impact: 1,
        urgency: 2,
        submittedAt,
        submittedAtReason: 'Zvans.',
        source: 'phone',
      };
      await driver.file({ ...more, affectedUserId: driver.requester.id }, driver.agent);
    }
    return driver;
  };
  return Promise.all(Array.from({ length: FILED_AT_ONCE }, file));
}

/**
 * The clocks that were promised for that instant, and of those that nobody touched up to it the breaches that are missing: the clients at work
 * may end or move a few before it.
 */
const CROSSED = `with promised as (
    select c.id from sla.ledger l join sla.clock c on c.id = l.clock_id
    where l.type = 'started' and c.kind = 'resolution' and l.deadline_after = to_timestamp($1 / 1000.0)
  ), due as (
    select id from promised p where not exists (
      select 1 from sla.ledger s where s.clock_id = p.id and s.type <> 'started' and s.at <= to_timestamp($1 / 1000.0))
  )
  select (select count(*)::int from promised) as promised, count(*)::int as due, count(*) filter (where x.clock_id is null)::int as missing,
    extract(epoch from max(x.recorded_at - x.due_at))::float8 as late
  from due left join sla.crossing x on x.clock_id = due.id and x.pct = 100 and x.due_at = to_timestamp($1 / 1000.0)`;

/** Files a few first and learns from the pace how far ahead the common instant must lie. */
async function surgeOf(stage, name, count) {
  const began = Date.now();
  await fileDueAt(stage, `${name} probe`, PROBE, Date.now() + SURGE_SECONDS * 1000 - 1_000);
  const needed = ((Date.now() - began) / PROBE) * count;
  // Whole milliseconds: that is what a submission can say, and what the crossings are looked for by.
  const dueAt = Math.round(Date.now() + Math.max(5_000, 1.5 * needed));
  await fileDueAt(stage, name, count, dueAt);
  return { dueAt, ready: dueAt - Date.now() };
}

/** Thousands of clocks fall due in one second. */
export async function surge(stage) {
  const count = stage.long ? 10_000 : 1_000;
  stage.say(`  filing ${count.toLocaleString('en')} incidents that are all due at one instant`);
  const { dueAt, ready } = await surgeOf(stage, 'surge', count);
  if (ready < 0)
    stage.say(`  the last was filed ${(-ready / 1000).toFixed(0)} s after that instant: their lateness counts from the filing`);
  await sleep(Math.max(0, ready) + 2_000);
  await stage.settle(`${count} clocks due at once`);
  const [{ promised, due, missing, late }] = await stage.postgres.ask(CROSSED, [dueAt]);
  const recorded = promised === count && due > 0 && missing === 0;
  const found = `${promised} promised for it, ${missing} of the ${due} that nobody touched before are missing`;
  stage.checklist.expect(`${count} clocks that are due at once are all recorded`, recorded, found);
  if (ready > 0 && late !== null)
    stage.checklist.expect(`and soon`, late <= WITHIN_S * slack(), `the last ${late.toFixed(2)} s late, with clients at work`);
}

/** Each change of priority is sent a few milliseconds before or after the deadline. */
export async function race(stage) {
  const count = stage.long ? 2_000 : 150;
  const { dueAt } = await surgeOf(stage, 'race', count);
  const tickets = [...stage.history.tickets.values()].filter(({ owner, state }) => owner.name === 'race' && state === 'new');
  const chance = stage.chance.of('race');
  await Promise.all(
    tickets.map(async (ticket) => {
      const at = dueAt + chance.whole(-400, 1_200);
      const level = chance.whole(1, 3);
      await sleep(Math.max(0, at - Date.now()));
      await ticket.owner.act(ticket, 'priority', { impact: level, urgency: 3 });
    }),
  );
  await stage.settle('priority changes that race the breach');
}

/** Fifty writers hold the same version of one record: one of them may write. */
export async function writers(stage) {
  const rounds = stage.long ? 20 : 4;
  for (let round = 0; round < rounds; round += 1) {
    const driver = helper(stage, 'writers', round);
    const ticket = await driver.file({ impact: 3, urgency: 3 });
    const { version } = ticket;
    const write = (n) =>
      driver.send({
        what: 'priority',
        path: `/incidents/${ticket.id}/priority`,
        by: driver.agent,
        ticket,
        ifMatch: version,
        body: { impact: 1 + (n % 2), urgency: 1 + (n % 3), reason: 'new_information' },
      });
    const writing = Promise.all(Array.from({ length: 50 }, (_none, n) => write(n)));
    const kill = round % 2 === 1 ? stage.installation.parts.get('api-1') : undefined;
    if (kill) {
      await sleep(driver.chance.whole(20, 200));
      await kill.kill();
      await kill.start();
    }
    const statuses = (await writing).map(({ status }) => status);
    const won = statuses.filter((status) => status === 200).length;
    const refused = statuses.filter((status) => status === 412).length;
    stage.checklist.expect(
      `one of fifty writers of a version succeeds${kill ? ', while an API is killed' : ''}`,
      won === 1 && refused === 49,
      `${won} succeeded, ${refused} refused`,
    );
  }
}

/** Puts the jobs of the queues in a second time: sweeps by the handful, every reaction now and once more after it was done. */
class Echo {
  constructor(stage, connection) {
    Object.assign(this, { stage, connection });
    this.known = new Map();
    this.sent = 0;
  }

  async once() {
    const timers = await this.connection.queue('timers');
    const reactions = await this.connection.queue('reactions');
    const options = { removeOnComplete: true, removeOnFail: true };
    const sweeps = Array.from({ length: 4 }, () => ({ name: 'sla.sweep', data: {}, opts: { ...options, jobId: `again-${randomUUID()}` } }));
    await timers.addBulk(sweeps);
    const rows = await this.stage.postgres.ask(
      `select event_id as "eventId", reaction from platform.pending_reaction order by event_id desc limit 200`,
    );
    const old = [...this.known.entries()].filter(([, at]) => Date.now() - at > 2_000).map(([text]) => text);
    for (const text of old) this.known.delete(text);
    const fresh = rows.map((row) => JSON.stringify(row)).filter((text) => !this.known.has(text));
    for (const text of fresh) this.known.set(text, Date.now());
    const jobs = [...fresh, ...old].map((text) => ({
      name: 'platform.react',
      data: JSON.parse(text),
      opts: { ...options, jobId: `again-${randomUUID()}` },
    }));
    if (jobs.length > 0) await reactions.addBulk(jobs);
    this.sent += sweeps.length + jobs.length;
  }
}

/** Every job is delivered twice and more, while many clocks fall due at once. */
export async function twice(stage) {
  const { QueueConnection } = await import(join(stage.installation.root, 'dist/libs/platform/src/jobs/queue-connection.js'));
  const settings = {
    databaseUrl: stage.postgres.url(stage.postgres.database),
    redisUrl: stage.redis && `redis://127.0.0.1:${stage.redis.port}`,
  };
  const connection = new QueueConnection(settings);
  const echo = new Echo(stage, connection);
  const rounds = stage.long ? 3 : 1;
  for (let round = 0; round < rounds; round += 1) {
    await stage.during('every job delivered twice', async () => {
      const { dueAt } = await surgeOf(stage, 'twice', 250);
      while (Date.now() < dueAt + 6_000) {
        await echo.once();
        await sleep(40);
      }
    });
  }
  stage.say(`  ${echo.sent.toLocaleString('en')} jobs delivered a second time`);
  await connection.onApplicationShutdown();
}
