/**
 * The measurements that the README beside this file explains. Runs from the build, on the (emptied!) database that DATABASE_URL names;
 * `npm run bench` starts it on a folder of its own.
 */
import pg from 'pg';
import { loadInBulk } from './bulk.mjs';
import { benchEngine } from './engine/engine.mjs';
import { generate, openOf } from './load.mjs';
import { Client, compare, median, sideBySide } from './measure.mjs';
import { measureMixedLoad } from './mixed-load.mjs';
import { readOptions } from './options.mjs';
import { idSql, signIn, writePeople } from './people.mjs';
import { bringUpToDate, emptyDatabase, filledFor, noteFilled, openProduct, startApi, startServers, startWorker } from './product.mjs';
import { HEAD, line, table } from './report.mjs';
import { writeDocuments } from './search-documents.mjs';
import { measureSweep } from './sweep.mjs';

const options = readOptions(process.argv.slice(2));
const say = (text) => console.log(text);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 4 });
const BULK = 5_000;
const SWEPT_TICKETS = 50_000;

async function readIds(app, { platform }) {
  const sql = `select ${idSql('requester', 1)} as "requesterId", (select institution_id from identity.app_user where id = ${idSql('requester', 1)}) as "institutionId",
    ${idSql('service', 1)} as "serviceId", ${idSql('group', 2)} as "groupId", ${idSql('agent', 1)} as "agentId",
    (select id from sla.policy_version limit 1) as "policyId", (select id from calendars.calendar_version limit 1) as "calendarId"`;
  const registry = app.get(platform.ReactionRegistry);
  const names = (type) => registry.afterFor(type).map(({ name }) => name);
  return { ...(await pool.query(sql)).rows[0], reactions: names('incidents.submitted'), commentReactions: names('tickets.comment-added') };
}

/** Create, queue, open and comment over HTTP, product and bare server in turn. */
async function measureHttp(servers, ids) {
  const agent = await signIn(pool, 'agent', 1);
  const requester = await signIn(pool, 'requester', 1);
  const asAgent = new Client(servers.product.url, agent);
  const asRequester = new Client(servers.product.url, requester);
  const bare = new Client(servers.bare.url);
  const open = `select t.id from tickets.ticket t where t.group_id = $1 and t.state = 'in_progress' order by md5(t.id::text) limit 400`;
  const tickets = (await pool.query(open, [ids.groupId])).rows.map((row) => row.id);
  const pick = (n) => tickets[n % tickets.length];
  const report = {
    title: 'Nevar pieslēgties ar eID karti',
    description: 'Lasītājs netiek atpazīts.',
    serviceId: ids.serviceId,
    impact: 2,
    urgency: 2,
  };
  const said = { body: 'Skatāmies, kas notiek.', visibility: 'public' };
  const { repeats, clients } = options;
  const file = (client) => () => client.send('POST', '/incidents', report);
  const both = async (client, first, second) => {
    await client.send('GET', first);
    await client.send('GET', second);
  };
  const page = (client) => () => both(client, '/tickets?view=group&sort=due&limit=50', '/tickets/counts');
  const read = (client) => (n) => both(client, `/tickets/${pick(n)}`, `/tickets/${pick(n)}/comments`);
  const reply = (client) => (n) => client.send('POST', `/tickets/${pick(n)}/comments`, said);
  const rates = { product: [], bare: [] };
  const lines = [
    line('create', await compare({ repeats, times: 100, product: file(asRequester), bare: file(bare) })),
    line('queue page with counts', await compare({ repeats, times: 60, product: page(asAgent), bare: page(bare) })),
    line('open a ticket with its conversation', await compare({ repeats, times: 100, product: read(asAgent), bare: read(bare) })),
    line('comment', await compare({ repeats, times: 100, product: reply(asAgent), bare: reply(bare) })),
  ];
  for (let round = 0; round < repeats; round += 1) {
    rates.product.push(await sideBySide(clients, 300, file(asRequester)));
    rates.bare.push(await sideBySide(clients, 300, file(bare)));
  }
  for (const client of [asAgent, asRequester, bare]) client.close();
  const rate = { product: median(rates.product), bare: median(rates.bare) };
  const share = `${Math.round((100 * rate.product) / rate.bare)} %`;
  return [...lines, [`create, ${clients} clients`, `${rate.product.toFixed(0)}/s`, `${rate.bare.toFixed(0)}/s`, share, '']];
}

/** The sweep among 100,000 clocks: where the load has fewer that run, open tickets are added. */
async function sweepLine(app, modules, size) {
  const missing = SWEPT_TICKETS - openOf(size);
  if (missing > 0) await generate(pool, { from: size + 1, to: size + missing, all: size + missing, open: missing, comments: 0, say });
  await pool.query('vacuum analyze');
  const { clocks, crossings, ...taken } = await measureSweep({
    client: pool,
    sweep: app.get(modules.sla.RecordCrossings),
    repeats: options.repeats,
  });
  return line(`sweep, ${crossings.toLocaleString('en')} of ${clocks.toLocaleString('en')} clocks`, taken);
}

async function benchAt(size) {
  await emptyDatabase(pool);
  const { app, modules } = await openProduct();
  try {
    await writePeople(pool);
    const ids = await readIds(app, modules);
    const bulk = await loadInBulk(app, modules, ids, BULK);
    say(`Bulk path: ${bulk.toFixed(0)} incidents/s with clocks and events.`);
    say(
      `Generating ${size.toLocaleString('en')} tickets, ${openOf(size).toLocaleString('en')} of them open, with ${options.comments} comments each ...`,
    );
    await generate(pool, { from: 1, to: size, all: size, open: openOf(size), comments: options.comments, say });
    await pool.query('vacuum analyze');
    const servers = await startServers(ids);
    const lines = await measureHttp(servers, ids).finally(() => Object.values(servers).forEach(({ child }) => child.disconnect()));
    say(table([HEAD, ...lines]));
    return table([HEAD, ...lines, await sweepLine(app, modules, size)]);
  } finally {
    await app.close();
  }
}

/**
 * A desk that has worked with its tickets has their figures. Without them the worker would take in all of them while the load is measured,
 * and the measurement would be of that.
 */
async function takeInFigures(app, { kpis }, size) {
  const { rows } = await pool.query('select count(*)::int as n from kpis.ticket');
  if (rows[0].n >= size) return;
  const onProgress = ({ tickets }) => tickets % 100_000 === 0 && say(`  ${tickets.toLocaleString('en')} tickets counted`);
  await app.get(kpis.ImportFacts).execute({ onProgress });
  await pool.query('vacuum analyze');
}

/** Lays the tickets of the mixed load with their words for the search, unless an earlier run has. */
async function fillForLoad(size) {
  if ((await filledFor(pool)) === size) return bringUpToDate();
  await emptyDatabase(pool);
  const { app, modules } = await openProduct();
  try {
    await writePeople(pool);
    await generate(pool, { from: 1, to: size, all: size, open: openOf(size), comments: options.comments, say });
    await pool.query('vacuum analyze');
    await writeDocuments({ app, modules, pool, size, say });
    await pool.query('vacuum analyze');
    await takeInFigures(app, modules, size);
    await noteFilled(pool, size);
  } finally {
    await app.close();
  }
}

async function benchLoad(size) {
  await fillForLoad(size);
  const servers = [await startApi(), await startWorker()];
  try {
    const { rate, seconds } = options;
    return table(await measureMixedLoad({ pool, url: servers[0].url, size, rate, seconds, say }));
  } finally {
    servers.forEach(({ child }) => child.disconnect());
  }
}

async function benchTheEngine() {
  await emptyDatabase(pool);
  const { app, modules } = await openProduct();
  try {
    await writePeople(pool);
    await benchEngine({ app, modules, pool, options, startApi, say });
  } finally {
    await app.close();
  }
}

try {
  if (options.parts.some((part) => part !== 'product' && part !== 'load')) await benchTheEngine();
  for (const size of options.parts.includes('product') ? options.sizes : [])
    say(`\n${await benchAt(size)}\n(${size.toLocaleString('en')} tickets; medians over ${options.repeats} repeats)\n`);
  for (const size of options.parts.includes('load') ? options.sizes : []) say(`\n${await benchLoad(size)}\n`);
} finally {
  await pool.end();
}
