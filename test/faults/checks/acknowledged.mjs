import { ACTIONS } from '../clients/actions.mjs';

const ok = ({ status }) => status >= 200 && status < 300;

/** Every incident whose filing was answered stands there once, with the id that was answered, and no other. */
function filed(entries, tickets) {
  const byTitle = groupBy(
    tickets.filter(({ followUp }) => !followUp),
    ({ title }) => title,
  );
  const wrong = [];
  for (const entry of entries.filter(({ what }) => what === 'file')) {
    const rows = byTitle.get(entry.title) ?? [];
    byTitle.delete(entry.title);
    if (ok(entry) ? rows.length !== 1 || rows[0].id !== entry.body.id : rows.length > 0)
      wrong.push({ title: entry.title, status: entry.status, rows });
  }
  return [...wrong, ...[...byTitle.values()].map((rows) => ({ nobodyFiled: rows }))];
}

function groupBy(list, keyOf) {
  const all = new Map();
  for (const one of list) all.set(keyOf(one), [...(all.get(keyOf(one)) ?? []), one]);
  return all;
}

/** Everything said and acknowledged stands there once. */
function said(entries, comments, tickets) {
  const followUps = groupBy(
    tickets.filter(({ followUp }) => followUp),
    ({ description }) => description,
  );
  const byBody = groupBy(comments, ({ body }) => body);
  return entries
    .filter(({ what }) => ACTIONS[what]?.comment)
    .filter((entry) => {
      const rows = byBody.get(entry.sent.body) ?? [];
      if (!ok(entry)) return rows.length > 0;
      if (entry.body.followUp) return rows.length > 0 || followUps.get(entry.sent.body)?.length !== 1;
      return rows.length !== 1 || rows[0].id !== entry.body.id;
    })
    .map(({ what, ticketId, sent, status }) => ({ what, ticketId, text: sent.body, status, rows: byBody.get(sent.body)?.length ?? 0 }));
}

/** For each acknowledged step of a person on a ticket, one event of his in the log, and none beyond. */
function stepped(entries, events) {
  const key = (ticketId, type, actorId) => `${ticketId} ${type} ${actorId}`;
  const balance = new Map();
  const add = (name, n) => balance.set(name, (balance.get(name) ?? 0) + n);
  for (const entry of entries) {
    const event = ACTIONS[entry.what]?.event;
    if (event && ok(entry)) add(key(entry.ticketId, event, entry.actorId), 1);
  }
  for (const { ticketId, type, actorId } of events) add(key(ticketId, type, actorId), -1);
  return [...balance]
    .filter(([, n]) => n !== 0)
    .map(([name, n]) => (n > 0 ? `${name}: ${n} acknowledged and not in the log` : `${name}: ${-n} in the log and not acknowledged`));
}

/** The last rating that was acknowledged for a ticket is the one that stands. */
function rated(entries, ratings) {
  const last = new Map();
  for (const entry of entries.filter((one) => one.what === 'rate' && ok(one))) last.set(entry.body.id, entry);
  const kept = new Map(ratings.map((row) => [row.id, row]));
  return [...last.values()]
    .filter(({ body, sent }) => kept.get(body.id)?.comment !== sent.comment)
    .map(({ ticketId, sent }) => ({ ticketId, sent }));
}

/** What was sent a second time with its key was answered as the first time. */
function answeredAlike(entries) {
  return entries
    .filter(({ second }) => second)
    .filter((entry) => entry.second.status !== entry.status || (ok(entry) && entry.second.body.id !== entry.body.id))
    .filter((entry) => ok(entry) || ok(entry.second))
    .map(({ what, status, second, body }) => ({
      what,
      status,
      secondStatus: second.status,
      id: body.id,
      secondId: second.body.id,
      code: second.body.code ?? body.code,
    }));
}

/** Of the writers who named one version of a ticket, at most one succeeded. */
function versioned(entries) {
  const winners = groupBy(
    entries.filter((entry) => entry.ifMatch && ok(entry)),
    ({ ticketId, ifMatch }) => `${ticketId} version ${ifMatch}`,
  );
  return [...winners].filter(([, all]) => all.length > 1).map(([version, all]) => ({ version, writers: all.length }));
}

const TICKETS = `select t.id, t.title, t.description, exists (select 1 from tickets.link l where l.ticket_id = t.id and l.kind = 'follow_up') as "followUp"
  from tickets.ticket t`;

const EVENTS = `select subject_id as "ticketId", type, actor_id as "actorId" from platform.event_log
  where actor_id is not null and type = any($1::text[]) and (type <> 'incidents.resumed' or payload->>'cause' = 'manual')`;

/** Holds what the clients were answered against the database. */
export async function checkAcknowledged(postgres, history, checklist) {
  const { entries } = history;
  const acknowledged = entries.filter(ok).length;
  const types = Object.values(ACTIONS).flatMap(({ event }) => event ?? []);
  const [tickets, comments, events, ratings, keys] = await Promise.all([
    postgres.ask(TICKETS),
    postgres.ask(`select id, body from tickets.comment`),
    postgres.ask(EVENTS, [types]),
    postgres.ask(`select id, comment from ratings.rating`),
    postgres.ask(`select key from platform.idempotency_key`),
  ]);
  checklist.expectNone(`nothing acknowledged is lost, nothing made twice: incidents`, filed(entries, tickets));
  checklist.expectNone('nothing acknowledged is lost, nothing made twice: comments', said(entries, comments, tickets));
  checklist.expectNone('nothing acknowledged is lost, nothing made twice: steps', stepped(entries, events), String);
  checklist.expectNone('nothing acknowledged is lost: ratings', rated(entries, ratings));
  checklist.expectNone('a repeated key is answered as the first time', answeredAlike(entries));
  checklist.expectNone('one success for each version of a record', versioned(entries));
  const known = new Set(keys.map(({ key }) => key));
  checklist.expectNone(
    'each acknowledged key stands there once',
    entries.filter((entry) => ok(entry) && !known.has(entry.key)),
    ({ what, key }) => `${what} ${key}`,
  );
  return { acknowledged, refused: entries.length - acknowledged };
}
