import type { Actor } from '#identity';
import { notFound } from '#kernel';
import type { Queryable, Tx } from '#platform';
import type { ItemRecord } from '../domain/item.js';
import { itemVisibility } from '../domain/item-visibility.js';
import { ITEM_COLUMNS, type ItemRow, toItem } from './items.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An item by id or tag that the actor reads. Throws `assets.not-found` where there is none, or none for him. */
export async function findItem(on: Queryable, actor: Actor, key: string, { lock = false } = {}): Promise<ItemRecord> {
  const values: unknown[] = [UUID.test(key) ? key : key.toUpperCase()];
  const add = (value: unknown): string => `$${values.push(value)}`;
  const which = UUID.test(key) ? 'c.id = $1::uuid' : 'c.tag = $1';
  const [row] = await on.query<ItemRow>(
    `select ${ITEM_COLUMNS} from assets.configuration_item c where ${which} and ${itemVisibility(actor, add)} ${lock ? 'for no key update' : ''}`,
    values,
  );
  if (!row) throw notFound('assets');
  return toItem(row);
}

/** The same under lock, for who changes it. */
export const lockItem = (tx: Tx, actor: Actor, key: string): Promise<ItemRecord> => findItem(tx, actor, key, { lock: true });
