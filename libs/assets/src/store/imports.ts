import { notFound } from '#kernel';
import { type Queryable, ts, type Tx } from '#platform';
import type { ItemChanges, ItemFields } from '../domain/item.js';
import type { ImportAction, ItemImport } from '../domain/item-import.js';

const COLUMNS = `id, file_name as "fileName", state, columns, lines, faults, fault_lines as "faultLines", added, changed, same, done,
  by_id as "byId", checked_at as "checkedAt", started_at as "startedAt", finished_at as "finishedAt"`;
/** So many slices in a row may fail before an import is given up. */
const FAILURES = 5;
/** A checked file that nobody applied is forgotten after a day: the register has moved on. */
const KEPT = `interval '1 day'`;

/** What a checked line holds; `was`: what it would change, for the dry run. */
export interface ImportRow {
  readonly line: number;
  readonly action: ImportAction;
  readonly fields: Partial<ItemFields>;
  readonly was: ItemChanges | null;
}

/** Keeps a checked file; those that the same person checked before and did not apply give way. */
export async function insertImport(
  tx: Tx,
  file: Omit<ItemImport, 'state' | 'done' | 'startedAt' | 'finishedAt' | 'checkedAt'>,
): Promise<void> {
  await tx.execute(`delete from assets.import where state = 'checked' and (by_id = $1 or checked_at < now() - ${KEPT})`, [file.byId]);
  await tx.execute(
    `insert into assets.import (id, file_name, state, columns, lines, faults, fault_lines, added, changed, same, by_id, checked_at)
     values ($1, $2, 'checked', $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      ...[file.id, file.fileName, file.columns, file.lines, JSON.stringify(file.faults), file.faultLines],
      ...[file.added, file.changed, file.same, file.byId, ts(tx.now)],
    ],
  );
}

/** Keeps lines of a checked file, some thousands at a time. */
export async function insertRows(tx: Tx, importId: string, rows: readonly ImportRow[]): Promise<void> {
  await tx.execute(
    `insert into assets.import_row (import_id, line, action, fields, was)
     select $1, line, action, fields, was from jsonb_to_recordset($2::jsonb) as r(line int, action text, fields jsonb, was jsonb)`,
    [importId, JSON.stringify(rows)],
  );
}

/** The import, which only who sent the file reads. Throws `assets.import.not-found`. */
export async function findImport(on: Queryable, id: string, byId: string, { lock = false } = {}): Promise<ItemImport> {
  const [row] = await on.query<ItemImport>(
    `select ${COLUMNS} from assets.import where id = $1 and by_id = $2 ${lock ? 'for update' : ''}`,
    [id, byId],
  );
  if (!row) throw notFound('assets.import');
  return row;
}

/** The first lines of an action, for the dry run. */
export async function rowsOf(on: Queryable, importId: string, action: ImportAction, limit: number): Promise<ImportRow[]> {
  return on.query<ImportRow>(
    `select line, action, fields, was from assets.import_row where import_id = $1 and action = $2 order by line limit $3`,
    [importId, action, limit],
  );
}

/** From now on the workers apply it; what changes nothing is not looked at again. */
export async function startApplying(tx: Tx, id: string): Promise<void> {
  await tx.execute(`delete from assets.import_row where import_id = $1 and action = 'same'`, [id]);
  await tx.execute(`update assets.import set state = 'applying', started_at = $2, touched_at = clock_timestamp() where id = $1`, [
    id,
    ts(tx.now),
  ]);
}

/** Takes an import for one slice; undefined where it is finished, or another worker has it. */
export async function takeImport(tx: Tx, id: string): Promise<ItemImport | undefined> {
  const [row] = await tx.query<ItemImport>(
    `select ${COLUMNS} from assets.import where id = $1 and state = 'applying' for update skip locked`,
    [id],
  );
  return row;
}

/** Takes the next lines out of a file that is being applied. */
export async function nextRows(tx: Tx, id: string, most: number): Promise<ImportRow[]> {
  const rows = await tx.query<ImportRow>(
    `delete from assets.import_row where import_id = $1
       and line in (select line from assets.import_row where import_id = $1 order by line limit $2) returning line, action, fields, was`,
    [id, most],
  );
  return rows.sort((a, b) => a.line - b.line);
}

export async function noteProgress(tx: Tx, id: string, done: number, end: boolean): Promise<void> {
  await tx.execute(
    `update assets.import set done = done + $2, failures = 0, touched_at = clock_timestamp(),
       state = case when $3 then 'done' else state end, finished_at = case when $3 then clock_timestamp() end where id = $1`,
    [id, done, end],
  );
}

/** Notes that a slice failed; the fifth in a row ends the import. */
export async function noteImportFailure(on: Queryable, id: string): Promise<void> {
  await on.query(
    `update assets.import set failures = failures + 1, touched_at = clock_timestamp(),
       state = case when failures + 1 >= $2 then 'failed' else state end,
       finished_at = case when failures + 1 >= $2 then clock_timestamp() end where id = $1 and state = 'applying'`,
    [id, FAILURES],
  );
}

/** Imports that nobody has worked on for so many seconds: their job was lost, or its worker. */
export async function idleImports(on: Queryable, seconds: number): Promise<{ id: string; round: number }[]> {
  return on.query(
    `select id, floor(extract(epoch from clock_timestamp()) / 30)::bigint as round from assets.import
     where state = 'applying' and touched_at < clock_timestamp() - make_interval(secs => $1 * (1 + failures)) order by touched_at`,
    [seconds],
  );
}
