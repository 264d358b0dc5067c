import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { SavedView, ViewTerms } from '../domain/saved-view.js';

/** Lists of views end here: a person's own, and what his groups share with him. */
const LISTED_AT_MOST = 100;

const COLUMNS = `v.id, v.owner_id as "ownerId", v.group_id as "groupId", v.name, v.filters, v.sort, v.columns, v.position`;
const VISIBLE = `(v.owner_id = $1 or v.group_id = any($2::uuid[]))`;

/** The views that an actor sees: his own in his order, then those that his groups share. */
export async function savedViewsOf(on: Queryable, actor: Actor): Promise<SavedView[]> {
  return on.query<SavedView>(
    `select ${COLUMNS} from tickets.saved_view v where ${VISIBLE}
     order by v.owner_id <> $1, v.position, v.id limit ${LISTED_AT_MOST}`,
    [actor.id, actor.groupIds],
  );
}

/** Locks a view that the actor sees. Throws `tickets.saved-view.not-found`. */
export async function lockSavedView(tx: Tx, actor: Actor, id: string): Promise<SavedView> {
  const [view] = await tx.query<SavedView>(`select ${COLUMNS} from tickets.saved_view v where ${VISIBLE} and v.id = $3 for update`, [
    actor.id,
    actor.groupIds,
    id,
  ]);
  if (!view) throw notFound('tickets.saved-view');
  return view;
}

/** Locks the views of one person, in their order. */
export async function lockOwnViews(tx: Tx, ownerId: string): Promise<Pick<SavedView, 'id' | 'position'>[]> {
  return tx.query(`select v.id, v.position from tickets.saved_view v where v.owner_id = $1 order by v.position, v.id for update`, [
    ownerId,
  ]);
}

const valuesOf = ({ groupId, name, filters, sort, columns }: ViewTerms): unknown[] => [
  groupId,
  name,
  JSON.stringify(filters),
  sort,
  columns,
];

export async function insertSavedView(tx: Tx, id: string, ownerId: string, position: number, terms: ViewTerms): Promise<void> {
  await tx.execute(
    `insert into tickets.saved_view (id, owner_id, position, created_at, updated_at, group_id, name, filters, sort, columns)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9)`,
    [id, ownerId, position, ts(tx.now), ...valuesOf(terms)],
  );
}

export async function updateSavedView(tx: Tx, id: string, terms: ViewTerms): Promise<void> {
  await tx.execute(
    `update tickets.saved_view set updated_at = $2, group_id = $3, name = $4, filters = $5, sort = $6, columns = $7 where id = $1`,
    [id, ts(tx.now), ...valuesOf(terms)],
  );
}

export async function deleteSavedView(tx: Tx, id: string): Promise<void> {
  await tx.execute(`delete from tickets.saved_view where id = $1`, [id]);
}

/** Gives each view the place that it has in `ids`. */
export async function placeSavedViews(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(
    `update tickets.saved_view v set position = n.at - 1 from unnest($1::uuid[]) with ordinality as n(id, at) where v.id = n.id`,
    [ids],
  );
}
