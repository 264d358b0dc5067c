import type { Instant, Json } from '#kernel';
import { type Queryable, type Tx, ts } from '#platform';

/** What a search asks for, as the page keeps it in its address. */
export interface SavedQuery {
  readonly [name: string]: Json | undefined;
  readonly q: string;
}

export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly query: SavedQuery;
  readonly createdAt: Instant;
}

/** A person's own, by name. */
export async function savedSearchesOf(on: Queryable, ownerId: string): Promise<SavedSearch[]> {
  return on.query<SavedSearch>(
    `select id, name, query, created_at as "createdAt" from search.saved_search where owner_id = $1 order by name collate "lv-x-icu", id`,
    [ownerId],
  );
}

/** Keeps a search; one of the same name gives way. Answers its id. */
export async function keepSearch(tx: Tx, ownerId: string, { id, name, query, createdAt }: SavedSearch): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into search.saved_search (id, owner_id, name, query, created_at) values ($1, $2, $3, $4::jsonb, $5)
     on conflict (owner_id, name) do update set query = excluded.query returning id`,
    [id, ownerId, name, JSON.stringify(query), ts(createdAt)],
  );
  return row!.id;
}

/** False where the person keeps no such search. */
export async function dropSearch(tx: Tx, ownerId: string, id: string): Promise<boolean> {
  return (await tx.execute(`delete from search.saved_search where owner_id = $1 and id = $2`, [ownerId, id])) > 0;
}
