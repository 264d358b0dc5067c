import { ts, type Tx } from '#platform';

/** How one ticket belongs to another (DOMAIN 2.2). */
export const LINK_KINDS = ['duplicate_of', 'caused_by', 'resolved_by', 'related', 'follow_up', 'child_of'] as const;

export type LinkKind = (typeof LINK_KINDS)[number];

/** Links a ticket to another; answers false where the link was there. Read it as "`ticketId` `kind` `targetId`". */
export async function addLink(tx: Tx, ticketId: string, kind: LinkKind, targetId: string, addedById: string | null): Promise<boolean> {
  const added = await tx.execute(
    `insert into tickets.link (ticket_id, kind, target_id, added_by_id, added_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [ticketId, kind, targetId, addedById, ts(tx.now)],
  );
  return added > 0;
}

/** Takes a link away that was made by mistake; answers false where there was none. */
export async function removeLink(tx: Tx, ticketId: string, kind: LinkKind, targetId: string): Promise<boolean> {
  const removed = await tx.execute(`delete from tickets.link where ticket_id = $1 and kind = $2 and target_id = $3`, [
    ticketId,
    kind,
    targetId,
  ]);
  return removed > 0;
}
