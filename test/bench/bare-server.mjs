/**
 * The server to compare with: node:http and pg, plain SQL, no framework, no sign-in, no rules, no checks. It does the same inserts and
 * reads on the same tables: what the product costs more is what it does more.
 */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

const ids = JSON.parse(process.env.BENCH_IDS);
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const OPEN = `state in ('new', 'assigned', 'in_progress', 'on_hold')`;

async function inTransaction(work) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const result = await work((sql, values) => client.query(sql, values));
    await client.query('commit');
    return result;
  } finally {
    client.release();
  }
}

function create({ title, description }) {
  return inTransaction(async (query) => {
    const id = randomUUID();
    const clocks = [randomUUID(), randomUUID()];
    const { requesterId, institutionId, serviceId, groupId, policyId, calendarId } = ids;
    const ticket = await query(
      `insert into tickets.ticket (id, number, type, title, description, requester_id, affected_user_id, created_by_id, institution_id, service_id, group_id,
         impact, urgency, priority, state, source, submitted_at, updated_at, due_at, due_kind)
       values ($1, tickets.next_number('INC', extract(year from now())::int), 'incident', $2, $3, $4, $4, $4, $5, $6, $7, 2, 2, 3, 'new', 'portal', now(), now(),
         now() + interval '2 hours', 'response') returning number`,
      [id, title, description, requesterId, institutionId, serviceId, groupId],
    );
    await query(`insert into incidents.incident (ticket_id) values ($1)`, [id]);
    await query(
      `insert into sla.clock (id, ticket_id, kind, cycle, state, ticket_type, institution_id, service_id, group_id, priority, policy_version_id, pause_reasons,
         target_seconds, target_calendar_id, plan_calendar_id, started_at, due_at, running_since, consumed, total, target_no, plan_no, steps)
       select c.id, $3, c.kind, 1, 'running', 'incident', $4, $5, $6, 3, $7, '{}', 7200, $8, $8, now(), now() + interval '2 hours', now(), 0, 7200000000, 1, 1, 1
       from (values ($1::uuid, 'response'), ($2::uuid, 'resolution')) c (id, kind)`,
      [...clocks, id, institutionId, serviceId, groupId, policyId, calendarId],
    );
    await query(
      `insert into sla.ledger (clock_id, step, type, at, reason, policy_version_id, calendar_id, seconds, thresholds)
       select c, 1, 'started', now(), 'bare', $2, $3, 7200, array[50, 75, 90, 100] from unnest($1::uuid[]) c`,
      [clocks, policyId, calendarId],
    );
    await query(
      `insert into sla.planned_crossing (clock_id, target_no, pct, due_at, planned_at, plan_no)
       select c, 1, pct, now() + interval '2 hours', now(), 1 from unnest($1::uuid[]) c, unnest(array[50, 75, 90, 100]) pct`,
      [clocks],
    );
    const payload = JSON.stringify({
      institutionId,
      serviceId,
      groupId,
      requesterId,
      priority: 3,
      impact: 2,
      urgency: 2,
      source: 'portal',
    });
    const events = await query(
      `insert into platform.event_log (at, type, version, subject_type, subject_id, actor_id, payload)
       select now(), e, 1, 'ticket', $1, $2, $3 from unnest(array['incidents.submitted', 'sla.clock-started', 'sla.clock-started']) e returning id`,
      [id, requesterId, payload],
    );
    await query(`insert into platform.pending_reaction (event_id, reaction) select $1, r from unnest($2::text[]) r`, [
      events.rows[0].id,
      ids.reactions,
    ]);
    return { id, number: ticket.rows[0].number };
  });
}

function comment(ticketId, { body }) {
  return inTransaction(async (query) => {
    const id = randomUUID();
    await query(
      `insert into tickets.comment (id, ticket_id, author_id, by_staff, visibility, kind, body, at) values ($1, $2, $3, true, 'public', 'reply', $4, now())`,
      [id, ticketId, ids.agentId, body],
    );
    await query(`update tickets.ticket set updated_at = now() where id = $1`, [ticketId]);
    const event = await query(
      `insert into platform.event_log (at, type, version, subject_type, subject_id, actor_id, payload)
       values (now(), 'tickets.comment-added', 1, 'ticket', $1, $2, $3) returning id`,
      [ticketId, ids.agentId, JSON.stringify({ commentId: id, visibility: 'public', byStaff: true })],
    );
    await query(`insert into platform.pending_reaction (event_id, reaction) select $1, r from unnest($2::text[]) r`, [
      event.rows[0].id,
      ids.commentReactions,
    ]);
    return { id };
  });
}

const NAMES = `left join identity.app_user rq on rq.id = t.requester_id left join identity.app_user a on a.id = t.assignee_id
  left join identity.institution i on i.id = t.institution_id left join identity.support_group g on g.id = t.group_id left join catalogue.service s on s.id = t.service_id`;
const NAMED = `t.*, rq.name as requester, a.name as assignee, i.name_lv as institution, g.name_lv as "group", s.name_lv as service`;

async function queue() {
  const page = await pool.query(
    `select ${NAMED} from tickets.ticket t ${NAMES} where t.group_id = $1 and t.${OPEN} order by t.due_at, t.id limit 51`,
    [ids.groupId],
  );
  const clocks = await pool.query(`select * from sla.clock where ticket_id = any($1::uuid[])`, [page.rows.map((row) => row.id)]);
  return { items: page.rows, clocks: clocks.rows };
}

async function counts() {
  const count = (where) => `(select count(*) from (select 1 from tickets.ticket where ${OPEN} and ${where} limit 10000) c)`;
  const { rows } = await pool.query(
    `select ${count('assignee_id = $1')} as mine, ${count('group_id = $2')} as "group", ${count('group_id = $2 and assignee_id is null')} as unassigned,
       ${count(`group_id = $2 and due_at <= now() + interval '2 hours'`)} as breaching, ${count('group_id = $2 or assignee_id = $1')} as "all"`,
    [ids.agentId, ids.groupId],
  );
  return rows[0];
}

async function ticket(id) {
  const { rows } = await pool.query(
    `select ${NAMED}, n.* from tickets.ticket t ${NAMES} join incidents.incident n on n.ticket_id = t.id where t.id = $1`,
    [id],
  );
  const clocks = await pool.query(`select * from sla.clock where ticket_id = $1`, [id]);
  return { ...rows[0], clocks: clocks.rows };
}

async function conversation(id) {
  const { rows } = await pool.query(
    `select c.*, u.name from tickets.comment c join identity.app_user u on u.id = c.author_id where c.ticket_id = $1 order by c.at, c.id limit 200`,
    [id],
  );
  return { items: rows };
}

async function bodyOf(request) {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : JSON.parse(text);
}

async function answer(request) {
  const [, what, id, part] = request.url.split('?')[0].split('/');
  if (request.method === 'POST') return what === 'incidents' ? create(await bodyOf(request)) : comment(id, await bodyOf(request));
  if (id === 'counts') return counts();
  if (id === undefined) return queue();
  return part === 'comments' ? conversation(id) : ticket(id);
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.writeHead(request.method === 'POST' ? 201 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    (error) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => process.send({ ready: true, url: `http://127.0.0.1:${server.address().port}` }));
process.on('disconnect', () => process.exit(0));
