import { Client, quantile } from './measure.mjs';
import { idSql, POPULATION, signIn } from './people.mjs';

const AGENTS = 60;
const REQUESTERS = 60;
const PHRASES = ['printeris', 'tīkla', 'mapei', 'veidlapā', 'pieslēgties', 'pastu'];

/** Goals of QUALITY for the mixed load, p95 in milliseconds. */
const GOALS = { read: 150, write: 250, search: 400 };

const pick = (list) => list[Math.floor(Math.random() * list.length)];

/** Signed-in people, each with tickets that he may open: an agent those of his group that are open, a requester some of his own. */
async function readPeople(pool, url) {
  const people = async (kind, count, sql) =>
    Promise.all(
      Array.from({ length: count }, async (_none, n) => {
        const client = new Client(url, await signIn(pool, kind, n + 1), 4);
        const { rows } = await pool.query(sql.replace('$1', idSql(kind, n + 1)));
        return { client, tickets: rows.map(({ id }) => id) };
      }),
    );
  const ofGroup = `select t.id from tickets.ticket t join identity.group_member m on m.group_id = t.group_id and m.user_id = $1
    where t.state = 'in_progress' order by t.submitted_at desc limit 50`;
  const own = `select id from tickets.ticket where requester_id = $1 order by submitted_at desc limit 20`;
  return { agents: await people('agent', AGENTS, ofGroup), requesters: await people('requester', REQUESTERS, own) };
}

async function readServices(pool) {
  const { rows } = await pool.query(`select id from catalogue.service where code like 'LOAD-%' limit ${POPULATION.services}`);
  return rows.map(({ id }) => id);
}

/** What people do, with its share in a thousand: 5 % writes, a tenth searches, the rest reads. */
function habits({ agents, requesters }, services, size) {
  const agent = (share, kind, name, work) => ({ share, kind, name, work: () => work(pick(agents)) });
  const requester = (share, kind, name, work) => ({ share, kind, name, work: () => work(pick(requesters)) });
  const get = (path) => (person) => person.client.send('GET', path(person));
  const find = (q) => get(() => `/search?q=${encodeURIComponent(q())}`);
  const report = () => ({ title: 'Nevar pieslēgties ar eID karti', description: 'Lasītājs netiek atpazīts.', serviceId: pick(services) });
  return [
    agent(
      180,
      'read',
      'queue of a group',
      get(() => '/tickets?view=group&sort=due&limit=50'),
    ),
    agent(
      60,
      'read',
      'queue by what changed last',
      get(() => '/tickets?view=all&sort=-updated&limit=50'),
    ),
    agent(
      40,
      'read',
      'queue by priority of a service',
      get(() => `/tickets?view=all&serviceId=${pick(services)}&priority=3&sort=-submitted&limit=50`),
    ),
    agent(
      120,
      'read',
      'counts',
      get(() => '/tickets/counts'),
    ),
    agent(
      160,
      'read',
      'ticket',
      get(({ tickets }) => `/tickets/${pick(tickets)}`),
    ),
    agent(
      160,
      'read',
      'conversation',
      get(({ tickets }) => `/tickets/${pick(tickets)}/comments`),
    ),
    agent(
      40,
      'read',
      'clocks',
      get(({ tickets }) => `/tickets/${pick(tickets)}/clocks`),
    ),
    requester(
      60,
      'read',
      'my tickets',
      get(() => '/tickets?view=requested&sort=-updated&limit=20'),
    ),
    requester(
      30,
      'read',
      'my ticket',
      get(({ tickets }) => `/tickets/${pick(tickets)}`),
    ),
    agent(
      40,
      'search',
      'a common word',
      find(() => 'pieteikumi'),
    ),
    agent(
      30,
      'search',
      'two words',
      find(() => `pieteikums ${pick(PHRASES)}`),
    ),
    agent(
      20,
      'search',
      'one ticket by a word',
      find(() => String(1 + Math.floor(Math.random() * size))),
    ),
    requester(
      10,
      'search',
      'a word of one’s own',
      find(() => pick(PHRASES)),
    ),
    requester(20, 'write', 'file', ({ client }) => client.send('POST', '/incidents', { ...report(), impact: 2, urgency: 2 })),
    agent(30, 'write', 'reply', ({ client, tickets }) =>
      client.send('POST', `/tickets/${pick(tickets)}/comments`, { body: 'Skatāmies, kas notiek.', visibility: 'public' }),
    ),
  ];
}

function chooser(all) {
  const sum = all.reduce((total, { share }) => total + share, 0);
  return () => {
    let left = Math.random() * sum;
    return all.find(({ share }) => (left -= share) < 0) ?? all[0];
  };
}

/**
 * So many requests a second for so long, whether the earlier ones have been answered or not; what is measured begins at the instant at
 * which the request was due, so that a stall counts for all who would have met it.
 */
async function drive({ habit, rate, seconds }) {
  const [taken, errors, under] = [[], [], []];
  const begun = performance.now();
  for (let n = 0; n < rate * seconds; n += 1) {
    const due = begun + (n * 1000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const { kind, name, work } = habit();
    under.push(
      work().then(
        () => taken.push({ kind, name, ms: performance.now() - due }),
        (error) => errors.push(`${name}: ${error.message}`),
      ),
    );
  }
  await Promise.all(under);
  return { taken, errors, seconds: (performance.now() - begun) / 1000 };
}

const CALM_WITHIN_MS = 15 * 60_000;

/**
 * A load that lay still for an hour has thousands of deadlines to tell people of once its worker starts. The measurement is of a desk at work:
 * it begins when nothing is behind. Throws where that is not within a quarter of an hour.
 */
async function untilCalm(pool, say) {
  const behind = `select count(*)::int as n from platform.pending_reaction p join platform.event_log e on e.id = p.event_id where e.at < now() - interval '10 seconds'`;
  const end = performance.now() + CALM_WITHIN_MS;
  for (let told = -1; ;) {
    const [{ n }] = (await pool.query(behind)).rows;
    if (n === 0) return;
    if (performance.now() > end) throw new Error(`${n} reactions are still behind after ${CALM_WITHIN_MS / 60_000} minutes.`);
    if (told !== Math.floor(n / 1_000)) say(`  waiting for ${n.toLocaleString('en')} reactions that are behind`);
    told = Math.floor(n / 1_000);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}

const ms = (value) => `${value.toFixed(0)} ms`;

function rowsOf(taken) {
  const row = (name, of, goal) => {
    const all = of.map((one) => one.ms);
    return [name, String(all.length), ms(quantile(all, 0.5)), ms(quantile(all, 0.95)), ms(Math.max(...all)), goal ? ms(goal) : ''];
  };
  const kinds = Object.entries(GOALS).map(([kind, goal]) => row(`all: ${kind}`, taken.filter((one) => one.kind === kind), goal)); // prettier-ignore
  const names = [...new Set(taken.map(({ name }) => name))].sort();
  return [...kinds, ...names.map((name) => row(`  ${name}`, taken.filter((one) => one.name === name)))]; // prettier-ignore
}

/** The mixed load of QUALITY over HTTP, with a worker beside the API. Answers a table; errors are said, the first ten in full. */
export async function measureMixedLoad({ pool, url, size, rate, seconds, say }) {
  const people = await readPeople(pool, url);
  const habit = chooser(habits(people, await readServices(pool), size));
  await untilCalm(pool, say);
  await drive({ habit, rate, seconds: 10 });
  const { taken, errors, seconds: took } = await drive({ habit, rate, seconds });
  for (const one of [...people.agents, ...people.requesters]) one.client.close();
  say(`  ${taken.length} requests answered in ${took.toFixed(0)} s, ${errors.length} errors`);
  for (const error of errors.slice(0, 10)) say(`  ${error}`);
  return [[`${rate} requests/s, ${size.toLocaleString('en')} tickets`, 'n', 'p50', 'p95', 'most', 'goal p95'], ...rowsOf(taken)];
}
