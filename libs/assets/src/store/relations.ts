import { ts, type Tx } from '#platform';
import { asKept, type Relation, WITHOUT_CYCLES } from '../domain/relation.js';

/** Any two who add such relations go one after the other: each alone may be fine where both together close a circle. */
const ONE_AT_A_TIME = 4_500_001;

/** Would this relation lead back to where it begins? The answer stands until the transaction ends. */
export async function closesCircle(tx: Tx, { itemId, kind, targetId }: Relation): Promise<boolean> {
  if (!WITHOUT_CYCLES.includes(kind)) return false;
  await tx.query(`select pg_advisory_xact_lock($1)`, [ONE_AT_A_TIME]);
  const rows = await tx.query(
    `with recursive above(id) as (
       select $1::uuid union select r.target_id from assets.relation r join above a on r.item_id = a.id where r.kind = $3
     ) select 1 from above where id = $2::uuid`,
    [targetId, itemId, kind],
  );
  return rows.length > 0;
}

/** False where the relation was there. */
export async function addRelation(tx: Tx, relation: Relation, byId: string | null): Promise<boolean> {
  const { itemId, kind, targetId } = asKept(relation);
  const added = await tx.execute(
    `insert into assets.relation (item_id, kind, target_id, added_by, added_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [itemId, kind, targetId, byId, ts(tx.now)],
  );
  return added === 1;
}

/** False where there was none. */
export async function removeRelation(tx: Tx, relation: Relation): Promise<boolean> {
  const { itemId, kind, targetId } = asKept(relation);
  const removed = await tx.execute(`delete from assets.relation where item_id = $1 and kind = $2 and target_id = $3`, [
    itemId,
    kind,
    targetId,
  ]);
  return removed === 1;
}

/** Says that a service stands on an item; false where it did. */
export async function addService(tx: Tx, itemId: string, serviceId: string, byId: string | null): Promise<boolean> {
  const added = await tx.execute(
    `insert into assets.service_item (service_id, item_id, added_by, added_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [serviceId, itemId, byId, ts(tx.now)],
  );
  return added === 1;
}

export async function removeService(tx: Tx, itemId: string, serviceId: string): Promise<boolean> {
  const removed = await tx.execute(`delete from assets.service_item where service_id = $1 and item_id = $2`, [serviceId, itemId]);
  return removed === 1;
}
