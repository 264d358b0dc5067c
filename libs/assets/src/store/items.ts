import { foldText } from '#identity';
import { formatInstant, type Instant } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { ItemFields, ItemRecord } from '../domain/item.js';

/** The columns of `assets.configuration_item c`, named as `ItemRecord` names them. */
export const ITEM_COLUMNS = `c.id, c.tag, c.name, c.class, c.status, c.institution_id as "institutionId", c.custodian_id as "custodianId", c.serial,
  c.manufacturer, c.model, c.location, c.purchased_on as "purchasedOn", c.warranty_until as "warrantyUntil", c.support_until as "supportUntil",
  c.agent_seen_at as "agentSeenAt", c.note, c.version, c.created_at as "createdAt", c.updated_at as "updatedAt"`;

/** A row as the driver gives it. */
export type ItemRow = Omit<ItemRecord, 'agentSeenAt'> & { readonly agentSeenAt: Instant | null };

export function toItem(row: ItemRow): ItemRecord {
  return { ...row, agentSeenAt: row.agentSeenAt === null ? null : formatInstant(row.agentSeenAt) };
}

/** The text that an item is found by: folded, with a blank before the first word (see `likePatterns`). */
function searchText({ tag, serial, name, manufacturer, model, location }: ItemFields): string {
  return ` ${foldText([tag, serial, name, manufacturer, model, location].filter(Boolean).join(' '))}`;
}

const TYPES = `id uuid, tag text, name text, class text, status text, "institutionId" uuid, "custodianId" uuid, serial text, manufacturer text,
  model text, location text, "purchasedOn" date, "warrantyUntil" date, "supportUntil" date, "agentSeenAt" timestamptz, note text, "searchText" text`;

type Written = ItemFields & { readonly id: string };

const asJson = (items: readonly Written[]): string => JSON.stringify(items.map((item) => ({ ...item, searchText: searchText(item) })));

/** Inserts items in one statement, with the first lines of their histories; answers the ids of those whose tag was free. */
export async function insertItems(tx: Tx, items: readonly Written[], byId: string | null, at: Instant = tx.now): Promise<string[]> {
  if (items.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `with added as (
       insert into assets.configuration_item (id, tag, name, class, status, institution_id, custodian_id, serial, manufacturer, model, location,
         purchased_on, warranty_until, support_until, agent_seen_at, note, search_text, created_at, updated_at)
       select id, tag, name, class, status, "institutionId", "custodianId", serial, manufacturer, model, location,
         "purchasedOn", "warrantyUntil", "supportUntil", "agentSeenAt", note, "searchText", $2::timestamptz, $2::timestamptz
       from jsonb_to_recordset($1::jsonb) as r(${TYPES}) on conflict do nothing returning id, status, agent_seen_at
     ), noted as (insert into assets.status_change (item_id, status, at, by_id) select id, status, $2::timestamptz, $3 from added),
     sighted as (
       insert into assets.agent_sighting (item_id, seen_at, reported_at) select id, agent_seen_at, now() from added where agent_seen_at is not null
     )
     select id from added`,
    [asJson(items), ts(at), byId],
  );
  return rows.map(({ id }) => id);
}

/** Writes items whole, in one statement, and raises their versions. They must be locked. */
export async function updateItems(tx: Tx, items: readonly Written[]): Promise<void> {
  if (items.length === 0) return;
  await tx.execute(
    `with sighted as (
       insert into assets.agent_sighting (item_id, seen_at, reported_at)
       select c.id, r."agentSeenAt", $2 from jsonb_to_recordset($1::jsonb) as r(${TYPES}) join assets.configuration_item c on c.id = r.id
       where c.agent_seen_at is distinct from r."agentSeenAt"
     )
     update assets.configuration_item c set tag = r.tag, name = r.name, class = r.class, status = r.status, institution_id = r."institutionId",
       custodian_id = r."custodianId", serial = r.serial, manufacturer = r.manufacturer, model = r.model, location = r.location,
       purchased_on = r."purchasedOn", warranty_until = r."warrantyUntil", support_until = r."supportUntil", agent_seen_at = r."agentSeenAt",
       note = r.note, search_text = r."searchText", version = c.version + 1, updated_at = $2
     from jsonb_to_recordset($1::jsonb) as r(${TYPES}) where c.id = r.id`,
    [asJson(items), ts(tx.now)],
  );
}

export interface StatusEntry {
  readonly itemId: string;
  readonly status: string;
  readonly reason: string | null;
}

/** Adds to the history of statuses. */
export async function noteStatuses(tx: Tx, entries: readonly StatusEntry[], byId: string | null): Promise<void> {
  if (entries.length === 0) return;
  await tx.execute(
    `insert into assets.status_change (item_id, status, at, by_id, reason)
     select "itemId", status, $2, $3, reason from jsonb_to_recordset($1::jsonb) as r("itemId" uuid, status text, reason text)`,
    [JSON.stringify(entries), ts(tx.now), byId],
  );
}

/** The items with these tags, whoever asks; with `lock` under lock, in one order, so that two imports never wait for each other. */
export async function itemsByTag(on: Queryable, tags: readonly string[], { lock = false } = {}): Promise<Map<string, ItemRecord>> {
  const rows = await on.query<ItemRow>(
    `select ${ITEM_COLUMNS} from assets.configuration_item c where c.tag = any($1::text[]) order by c.tag ${lock ? 'for no key update' : ''}`,
    [tags],
  );
  return new Map(rows.map((row) => [row.tag, toItem(row)]));
}
