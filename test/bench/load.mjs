import { idSql, POPULATION } from './people.mjs';

const BATCH = 25_000;
/** Open tickets of a load; each has a response and a resolution clock that run: 100,000 clocks at a million tickets. */
export const openOf = (size) => Math.min(50_000, Math.floor(size / 5));

const TICKET = idSql('ticket', 'n');
const CLOCK = (kind) => idSql(`clock ${kind}`, 'n');
const REQUESTER = idSql('requester', `1 + (n * 7919) % ${POPULATION.requesters}`);
const AGENT = idSql('agent', `1 + (n * 104729) % ${POPULATION.agents}`);
const GROUP = idSql('group', `1 + (n * 31) % ${POPULATION.groups}`);
const INSTITUTION = idSql('institution', `1 + (n * 17) % ${POPULATION.institutions}`);
const SERVICE = idSql('service', `1 + (n * 13) % ${POPULATION.services}`);

/** 80 working hours: none of the open clocks is late, by its row or by its ledger. */
const OPEN_SECONDS = 288_000;

/** The common part of a batch's statements: one row for each ticket. */
const rows = (from, to, open, all) => `
  with r as materialized (
    select n, n > ${all - open} as open,
      case when n > ${all - open} then now() - (${all} - n) * interval '5 seconds' - interval '1 minute'
           else now() - interval '20 days' - (${all} - n) * interval '90 seconds' end as submitted
    from generate_series(${from}::bigint, ${to}) n
  )`;

const tickets = (select) => `${select}
  insert into tickets.ticket (id, number, type, title, description, requester_id, affected_user_id, created_by_id, institution_id, service_id, group_id,
    assignee_id, impact, urgency, priority, state, due_at, due_kind, source, submitted_at, updated_at, resolved_at, closed_at, resolver_group_id, resolver_id)
  select ${TICKET}, 'INC-' || extract(year from submitted)::int || '-' || (10000000 + n), 'incident',
    'Pieteikums ' || n || ' ' || (array['nevar pieslēgties', 'printeris drukā ar svītrām', 'lēns tīkls', 'kļūda veidlapā', 'piekļuve mapei', 'e-pasts neienāk'])[1 + n % 6],
    repeat('Apraksts no slodzes ģeneratora. ', 4), ${REQUESTER}, ${REQUESTER}, ${REQUESTER}, ${INSTITUTION}, ${SERVICE}, ${GROUP},
    case when open and n % 3 = 0 then null else ${AGENT} end, 2, 2, 3,
    case when not open then 'closed' when n % 3 = 0 then 'new' else 'in_progress' end,
    case when open then submitted + interval '3 days' end, case when open then 'resolution' end, 'portal', submitted, submitted + interval '1 day',
    case when not open then submitted + interval '1 day' end, case when not open then submitted + interval '6 days' end,
    case when not open then ${GROUP} end, case when not open then ${AGENT} end
  from r`;

const incidents = (select) => `${select}
  insert into incidents.incident (ticket_id, resolution_code, resolution_text)
  select ${TICKET}, case when not open then 'fixed' end, case when not open then 'Novērsts.' end from r`;

const comments = (select, count) => `${select}
  insert into tickets.comment (id, ticket_id, author_id, by_staff, visibility, kind, body, at)
  select gen_random_uuid(), ${TICKET}, case when c % 2 = 0 then ${REQUESTER} else ${AGENT} end, c % 2 = 1, 'public', 'reply',
    'Atbilde ' || c || '. ' || repeat('Teksts no slodzes ģeneratora. ', 3), submitted + c * interval '1 hour'
  from r, generate_series(1, ${count}) c`;

/** Closed tickets have met both clocks; open ones run both, so that the sweep has its clocks. */
const clock = (select, kind, seconds) => `${select}, p as (
    select v.id as policy, t.calendar_id, t.pause_reasons, cv.id as calendar_version from sla.target t join sla.policy_version v on v.id = t.policy_version_id
      join calendars.calendar_version cv on cv.calendar_id = t.calendar_id where t.priority = 3 and t.kind = '${kind}' limit 1
  ), c as (
    insert into sla.clock (id, ticket_id, kind, cycle, state, ticket_type, institution_id, service_id, group_id, priority, policy_version_id, pause_reasons, target_seconds,
      target_calendar_id, plan_calendar_id, started_at, due_at, running_since, consumed, total, stopped_at, outcome, outcome_at, target_no, plan_no, steps)
    select ${CLOCK(kind)}, ${TICKET}, '${kind}', 1, case when open then 'running' else 'stopped' end, 'incident', ${INSTITUTION}, ${SERVICE}, ${GROUP}, 3, p.policy, p.pause_reasons,
      ${seconds}, p.calendar_version, p.calendar_version, submitted, submitted + interval '3 days', case when open then submitted end,
      case when open then 0 else 3600000000 end, ${seconds}::bigint * 1000000, case when not open then submitted + interval '1 hour' end,
      case when not open then 'met' end, case when not open then submitted + interval '1 hour' end, 1, case when open then 1 else 2 end, case when open then 1 else 2 end
    from r, p
  ), planned as (
    insert into sla.planned_crossing (clock_id, target_no, pct, due_at, planned_at, plan_no)
    select ${CLOCK(kind)}, 1, pct, submitted + interval '3 days' + pct * interval '1 minute', now(), 1 from r, unnest(array[50, 75, 90, 100]) pct where open
  )
  insert into sla.ledger (clock_id, step, type, at, reason, policy_version_id, calendar_id, seconds, thresholds)
  select ${CLOCK(kind)}, s, case s when 1 then 'started' else 'stopped' end, submitted + (s - 1) * interval '1 hour', 'bench', p.policy,
    case s when 1 then p.calendar_version end, case s when 1 then ${seconds} end, case s when 1 then array[50, 75, 90, 100] end
  from r, p, generate_series(1, 2) s where s = 1 or not open`;

const events = (select) => `${select}
  insert into platform.event_log (at, type, version, subject_type, subject_id, payload, imported)
  select submitted + (e - 1) * interval '1 hour', (array['incidents.submitted', 'incidents.accepted', 'incidents.resolved'])[e], 1, 'ticket', ${TICKET},
    jsonb_build_object('groupId', ${GROUP}, 'priority', 3, 'impact', 2, 'urgency', 2, 'source', 'portal', 'institutionId', ${INSTITUTION}, 'serviceId', ${SERVICE}), true
  from r, generate_series(1, 3) e where e = 1 or not open`;

/** Generates tickets `from`..`to` of `all` by statements over whole batches, the way a million of them takes minutes. */
export async function generate(pool, { from, to, all, open, comments: perTicket, say }) {
  const batches = [];
  for (let at = from; at <= to; at += BATCH) batches.push([at, Math.min(to, at + BATCH - 1)]);
  const begun = performance.now();
  let done = 0;
  const work = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const select = rows(batch[0], batch[1], open, all);
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query('set local synchronous_commit = off');
        const statements = [
          tickets(select),
          incidents(select),
          comments(select, perTicket),
          clock(select, 'response', OPEN_SECONDS),
          clock(select, 'resolution', OPEN_SECONDS),
          events(select),
        ];
        for (const statement of statements) await client.query(statement);
        await client.query('commit');
      } finally {
        client.release();
      }
      done += batch[1] - batch[0] + 1;
      if (done % (BATCH * 4) === 0)
        say(`  ${done.toLocaleString('en')} tickets generated, ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    }
  };
  await Promise.all([work(), work()]);
}
