import { ts, type Tx } from '#platform';

/** How one ticket belongs to another (DOMAIN 2.2). */
export const LINK_KINDS = ['duplicate_of', 'caused_by', 'resolved_by', 'related', 'follow_up'] as const;

export type LinkKind = (typeof LINK_KINDS)[number];

/** Links a ticket to another; answers false where the link was there. Read it as "`ticketId` `kind` `targetId`". */
export async function addLink(tx: Tx, ticketId: string, kind: LinkKind, targetId: string, addedById: string | null): Promise<boolean> {
  const added = await tx.execute(
    `insert into tickets.link (ticket_id, kind, target_id, added_by_id, added_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [ticketId, kind, targetId, addedById, ts(tx.now)],
  );
  return added > 0;
}
