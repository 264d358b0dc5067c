import { ts, type Tx } from '#platform';

/** Adds a watcher; answers false where he watched already. */
export async function addWatcher(tx: Tx, ticketId: string, userId: string, addedById: string): Promise<boolean> {
  const added = await tx.execute(
    `insert into tickets.watcher (ticket_id, user_id, added_by_id, added_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [ticketId, userId, addedById, ts(tx.now)],
  );
  return added > 0;
}

/** Lets somebody watch a ticket; whoever calls it sees to it that he may read it. */
export async function letWatch(tx: Tx, ticketId: string, userId: string, addedById: string): Promise<void> {
  if (!(await addWatcher(tx, ticketId, userId, addedById))) return;
  await tx.append({
    type: 'tickets.watcher-added',
    version: 1,
    subject: { type: 'ticket', id: ticketId },
    actorId: addedById,
    payload: { userId },
  });
}

export async function removeWatcher(tx: Tx, ticketId: string, userId: string): Promise<boolean> {
  return (await tx.execute(`delete from tickets.watcher where ticket_id = $1 and user_id = $2`, [ticketId, userId])) > 0;
}

/**
 * Lets the watchers of a duplicate watch the ticket that it duplicates (DOMAIN 3.1, merge), if both belong to one institution: to
 * watch is to read, and nobody may come to read another institution's ticket that way.
 */
export async function carryWatchers(tx: Tx, fromTicketId: string, toTicketId: string): Promise<void> {
  await tx.execute(
    `insert into tickets.watcher (ticket_id, user_id, added_by_id, added_at)
     select $2, w.user_id, w.added_by_id, $3 from tickets.watcher w
     join tickets.ticket a on a.id = $1 join tickets.ticket b on b.id = $2
     where w.ticket_id = $1 and a.institution_id = b.institution_id and not b.restricted
     on conflict do nothing`,
    [fromTicketId, toTicketId, ts(tx.now)],
  );
}
