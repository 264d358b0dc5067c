/** Up to when reactions must have been done. */
const BEFORE = `e.recorded_at < to_timestamp($1 / 1000.0)`;

const PENDING = `select p.reaction, e.type, p.failures, p.last_error from platform.pending_reaction p join platform.event_log e on e.id = p.event_id where ${BEFORE}`;

const TWICE = `select user_id, dedupe_key, count(*)::int as times from notifications.notice group by 1, 2 having count(*) > 1`;

/** A lead stands behind every group, and everybody is told of thresholds; at half time only the people who may take the ticket. */
const SILENT = `select e.id, e.payload from platform.event_log e where e.type = 'sla.threshold-crossed' and ${BEFORE}
  and not exists (select 1 from notifications.notice n
    where n.dedupe_key = concat('threshold:', e.payload->>'clockId', ':', e.payload->>'targetNo', ':', e.payload->>'pct'))`;

/** The news that somebody was told is itself an event: one for each event that was told, however often its job came. */
const RETOLD = `select payload->>'eventId' as event, count(*)::int as times from platform.event_log where subject_type = 'notices' group by 1 having count(*) > 1`;

const MAIL_TWICE = `select dedupe_key, count(*)::int as times from notifications.delivery group by 1 having count(*) > 1
  union all select message_id, count(*)::int from notifications.delivery group by 1 having count(*) > 1`;

/** Who files gets a receipt; whoever was filed for gets it too. */
const UNWRITTEN = `select e.id, e.subject_id from platform.event_log e where e.type = 'incidents.submitted' and ${BEFORE}
  and (select count(*) from notifications.delivery d where d.ticket_id = e.subject_id and d.kind = 'received') <>
      (select count(distinct person) from tickets.ticket t, unnest(array[t.requester_id, t.affected_user_id]) person where t.id = e.subject_id)`;

const UNRESOLVED = `select e.id, e.subject_id from platform.event_log e where e.type = 'incidents.resolved' and e.actor_id is not null and ${BEFORE}
  and not exists (select 1 from notifications.delivery d where d.ticket_id = e.subject_id and d.kind = 'resolved' and d.dedupe_key like e.id || ':%')`;

const RANK = `select t.id, t.escalation_rank from tickets.ticket t where exists (
    select 1 from platform.event_log e where e.subject_id = t.id and e.type = 'sla.threshold-crossed' and (e.payload->>'pct')::int = 100 and ${BEFORE})
  and t.escalation_rank < 2`;

/** Holds notices and mails (the sink of an installation without a mail server is its deliveries table) against the events. */
export async function checkNotices({ postgres, checklist }, until) {
  const find = (sql, params = [until]) => postgres.ask(sql, params);
  checklist.expectNone('every reaction has been done', await find(PENDING));
  checklist.expectNone('one notice for each crossing and person', await find(TWICE, []));
  checklist.expectNone('no crossing without a notice', await find(SILENT));
  checklist.expectNone('no event told twice', await find(RETOLD, []));
  checklist.expectNone('no mail written twice', await find(MAIL_TWICE, []));
  checklist.expectNone('a receipt for each incident', await find(UNWRITTEN));
  checklist.expectNone('a mail for each resolution', await find(UNRESOLVED));
  checklist.expectNone('each breached ticket has moved up in its queue', await find(RANK));
}
