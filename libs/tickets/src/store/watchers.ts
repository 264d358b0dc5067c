import { ts, type Tx } from '#platform';

/** Adds a watcher; answers false where he watched already. */
export async function addWatcher(tx: Tx, ticketId: string, userId: string, addedById: string): Promise<boolean> {
  const added = await tx.execute(
    `insert into tickets.watcher (ticket_id, user_id, added_by_id, added_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [ticketId, userId, addedById, ts(tx.now)],
  );
  return added > 0;
}

/** Lets somebody watch a ticket; whoever calls it sees to it that he may read it. `actorId` is null where the system does what `addedById` laid down. */
export async function letWatch(
  tx: Tx,
  ticketId: string,
  userId: string,
  addedById: string,
  actorId: string | null = addedById,
): Promise<void> {
  if (!(await addWatcher(tx, ticketId, userId, addedById))) return;
  await tx.append({
    type: 'tickets.watcher-added',
    version: 1,
    subject: { type: 'ticket', id: ticketId },
    actorId,
    payload: { userId },
  });
}

/** Ends somebody's watching, if he watches. */
export async function stopWatching(tx: Tx, ticketId: string, userId: string, actorId: string): Promise<void> {
  const removed = await tx.execute(`delete from tickets.watcher where ticket_id = $1 and user_id = $2`, [ticketId, userId]);
  if (removed === 0) return;
  await tx.append({
    type: 'tickets.watcher-removed',
    version: 1,
    subject: { type: 'ticket', id: ticketId },
    actorId,
    payload: { userId },
  });
}

/**
 * Lets the people and the watchers of a duplicate watch the ticket that it duplicates (DOMAIN 3.1, merge), if both belong to one institution: to
 * watch is to read, and nobody may come to read another institution's ticket that way. It is kept that they came with it.
 */
export async function carryWatchers(tx: Tx, fromTicketId: string, toTicketId: string, actorId: string): Promise<void> {
  await tx.execute(
    `insert into tickets.watcher (ticket_id, user_id, added_by_id, added_at, via_ticket_id)
     select b.id, p.user_id, $4, $3, a.id
     from tickets.ticket a join tickets.ticket b on b.id = $2
     cross join lateral (select a.requester_id as user_id union select a.affected_user_id
       union select w.user_id from tickets.watcher w where w.ticket_id = a.id) p
     where a.id = $1 and a.institution_id = b.institution_id and not b.restricted and p.user_id not in (b.requester_id, b.affected_user_id)
     on conflict do nothing`,
    [fromTicketId, toTicketId, ts(tx.now), actorId],
  );
}

/** Takes those away again who came with a duplicate that turned out to be none. */
export async function takeBackWatchers(tx: Tx, fromTicketId: string, toTicketId: string): Promise<void> {
  await tx.execute(`delete from tickets.watcher where ticket_id = $2 and via_ticket_id = $1`, [fromTicketId, toTicketId]);
}
