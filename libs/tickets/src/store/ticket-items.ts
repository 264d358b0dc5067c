import { AssetFacts } from '#assets';
import type { Actor } from '#identity';
import { ts, type Tx } from '#platform';

/**
 * Says that a ticket is about an item. False where the actor reads no such item; adding what is there already changes nothing. Together with
 * the event, in the transaction of the ticket's own change.
 */
export async function linkItem(tx: Tx, assets: AssetFacts, actor: Actor, ticketId: string, itemId: string): Promise<boolean> {
  const tag = await assets.tagOf(actor, itemId, tx);
  if (tag === undefined) return false;
  const added = await tx.execute(
    `insert into tickets.ticket_item (ticket_id, item_id, added_by_id, added_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [ticketId, itemId, actor.id, ts(tx.now)],
  );
  if (added === 1) await tx.append(itemEvent('item-linked', ticketId, actor, { itemId, tag }));
  return true;
}

/** False where the actor reads no such item; what is not there needs no taking away. */
export async function unlinkItem(tx: Tx, assets: AssetFacts, actor: Actor, ticketId: string, itemId: string): Promise<boolean> {
  const tag = await assets.tagOf(actor, itemId, tx);
  if (tag === undefined) return false;
  const removed = await tx.execute(`delete from tickets.ticket_item where ticket_id = $1 and item_id = $2`, [ticketId, itemId]);
  if (removed === 1) await tx.append(itemEvent('item-unlinked', ticketId, actor, { itemId, tag }));
  return true;
}

/** Takes in many links at once, for first data. */
export async function importItemLinks(tx: Tx, links: readonly { readonly ticketId: string; readonly itemId: string }[]): Promise<void> {
  await tx.execute(
    `insert into tickets.ticket_item (ticket_id, item_id, added_at)
     select "ticketId", "itemId", $2 from jsonb_to_recordset($1::jsonb) as r("ticketId" uuid, "itemId" uuid) on conflict do nothing`,
    [JSON.stringify(links), ts(tx.now)],
  );
}

function itemEvent(what: string, ticketId: string, actor: Actor, payload: { itemId: string; tag: string }) {
  return { type: `tickets.${what}`, version: 1, subject: { type: 'ticket', id: ticketId }, actorId: actor.id, payload };
}
