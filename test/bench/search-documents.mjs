import { join } from 'node:path';
import { idSql } from './people.mjs';

const BATCH = 25_000;
const SAMPLES = 200;
const dist = (path) => import(join(import.meta.dirname, '../../dist', path));

/** The load has six titles; what else two tickets differ by is a number and who they belong to. */
const TITLES = 6;

/** The words of each title, as the product finds them: in open tickets, in closed ones, in the title alone. */
async function wordsByTitle(pool) {
  const { documentTerms } = await dist('libs/search/src/domain/document-terms.js');
  const nobody = { requesterId: null, affectedUserId: null, createdById: null, assigneeId: null, watcherIds: [] };
  const place = { institutionId: '', serviceId: null, groupId: null, pastGroupIds: [] };
  const samples = new Map();
  const titles = [];
  for (let title = 0; title < TITLES; title += 1) {
    const [ticket] = (
      await pool.query(`select id, title, description from tickets.ticket where id = ${idSql('ticket', TITLES * 1_000 + title)}`)
    ).rows;
    const number = String(TITLES * 1_000 + title);
    const { rows: comments } = await pool.query(`select body, visibility from tickets.comment where ticket_id = $1`, [ticket.id]);
    const terms = (state) => documentTerms({ type: 'incident', state, ...nobody, ...place, ...ticket, comments });
    const [over, open] = [terms('closed'), terms('new')];
    for (const [stem, word] of over.samples) samples.set(stem, word);
    const own = (list) => list.filter((term) => term !== number && term !== `:o:${number}` && term !== ':i:');
    titles.push({ title, closed: own(over.all), open: own(open.all), words: own(over.title) });
  }
  return { titles, samples };
}

/** Terms in the order in which they would be met: words first, then who and where, then the numbers. */
async function writeTerms(pool, { titles, samples }, size) {
  const words = [...new Set(titles.flatMap(({ open, closed }) => [...open, ...closed]))].sort();
  await pool.query(`insert into search.term (term, sample) select * from unnest($1::text[], $2::text[]) on conflict do nothing`, [
    words,
    words.map((word) => samples.get(word) ?? null),
  ]);
  await pool.query(`insert into search.term (term)
    select ':i:' || id from identity.institution union select ':s:' || id from catalogue.service union select ':g:' || id from identity.support_group
    union select ':p:' || id from identity.app_user on conflict do nothing`);
  await pool.query(
    `insert into search.term (term, sample) select n::text, n::text from generate_series(1, ${size}) n on conflict do nothing`,
  );
  await pool.query(`insert into search.term (term)
    select ':o:' || substring(title from '\\d+') from tickets.ticket where title like 'Pieteikums %' and state <> 'closed' on conflict do nothing`);
  await pool.query(`create temp table bench_title (title int primary key, closed int[], open int[], words int[])`);
  for (const { title, closed, open, words: own } of titles) {
    const ids = (n) => `(select array_agg(id) from search.term where term = any($${n}::text[]))`;
    await pool.query(`insert into bench_title select $1, ${ids(2)}, ${ids(3)}, ${ids(4)}`, [title, closed, open, own]);
  }
}

const documents = (from, to) => `
  insert into search.document (ticket_id, submitted_at, keys, title_terms, internal_terms, indexed_at)
  select t.id, t.submitted_at,
    array(select distinct floor(extract(epoch from t.submitted_at) / 604800)::bigint * 2147483648 + id
          from unnest(case when t.state = 'closed' then w.closed else w.open end || array[number.id, institution.id, service.id, grp.id, requester.id, assignee.id, likened.id]) id
          where id is not null order by 1),
    array(select id from unnest(w.words || number.id) id order by 1), '{}', clock_timestamp()
  from generate_series(${from}::bigint, ${to}) n
  join tickets.ticket t on t.id = ${idSql('ticket', 'n')}
  join bench_title w on w.title = n % ${TITLES}
  join search.term number on number.term = n::text
  join search.term institution on institution.term = ':i:' || t.institution_id
  join search.term service on service.term = ':s:' || t.service_id
  join search.term grp on grp.term = ':g:' || t.group_id
  join search.term requester on requester.term = ':p:' || t.requester_id
  left join search.term assignee on assignee.term = ':p:' || t.assignee_id
  left join search.term likened on t.state <> 'closed' and likened.term = ':o:' || n
  on conflict do nothing`;

/**
 * Writes what the load's tickets are found by in whole batches: the product's own reading of a million tickets takes hours. Some of them are
 * then read by the product, which must find nothing to change; throws where it does.
 */
export async function writeDocuments({ app, modules, pool, size, say }) {
  const client = await pool.connect();
  try {
    await writeTerms(client, await wordsByTitle(client), size);
    await client.query('analyze search.term');
    for (let from = 1; from <= size; from += BATCH) {
      await client.query(documents(from, Math.min(size, from + BATCH - 1)));
      if ((from - 1) % (BATCH * 4) === 0) say(`  ${Math.min(size, from + BATCH - 1).toLocaleString('en')} tickets can be found`);
    }
  } finally {
    client.release(true);
  }
  const { rows } = await pool.query(
    `select id from tickets.ticket where title like 'Pieteikums %' order by md5(id::text) limit ${SAMPLES}`,
  );
  const index = app.get(modules.search.IndexTickets, { strict: false });
  const unlike = await app.get(modules.platform.UnitOfWork).run((tx) => index.execute(tx, rows.map(({ id }) => id))); // prettier-ignore
  if (unlike > 0) throw new Error(`The product would write ${unlike} of ${SAMPLES} documents otherwise than the load has.`);
}
