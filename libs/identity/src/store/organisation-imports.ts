import { type Instant, instant, notFound } from '#kernel';
import { type Queryable, type RunFacts, type RunState, ts, type Tx } from '#platform';
import type { ImportColumn, ImportKind } from '../domain/import-columns.js';
import type { ImportFault } from '../domain/import-line.js';
import type { RecordChanges } from '../domain/record-changes.js';

/** `missing`: nobody in the file says anything of it, and its source told of it before. */
export type RowAction = 'add' | 'change' | 'end' | 'missing';

/** A file of the organisation that was checked. */
export interface OrganisationImport {
  readonly id: string;
  readonly kind: ImportKind;
  /** With what it is: `file:hr`. */
  readonly source: string;
  readonly fileName: string;
  readonly encoding: string;
  readonly columns: readonly ImportColumn[];
  /** Lines below the head. */
  readonly lines: number;
  /** The first ones; `faultLines` counts all lines that have any. */
  readonly faults: readonly ImportFault[];
  readonly faultLines: number;
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly same: number;
  /** Null where it cannot be told: lines without an identifier could be anybody's. */
  readonly missing: number | null;
  /** Active records of the source when the file was checked. */
  readonly ofSource: number;
  readonly endMissing: boolean;
  readonly byId: string;
  readonly checkedAt: Instant;
}

/** What a checked line holds; `was`: what it would change, for the dry run. */
export interface ImportRow {
  readonly place: number;
  readonly line: number;
  readonly action: RowAction;
  readonly recordId: string | null;
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly was: RecordChanges;
}

const COLUMNS = `i.id, i.kind, i.source, i.file_name as "fileName", i.encoding, i.columns, i.lines, i.faults, i.fault_lines as "faultLines",
  i.added, i.changed, i.ended, i.same, i.missing, i.of_source as "ofSource", i.end_missing as "endMissing", i.by_id as "byId",
  i.checked_at as "checkedAt"`;
const ROW = `place, line, action, record_id as "recordId", name, fields, was`;
/** A checked file that nobody applied is forgotten after a day: the register has moved on. */
const KEPT = `interval '1 day'`;

/** Keeps a checked file; those that the same person checked before and did not apply give way, with every personal field in them. */
export async function insertImport(tx: Tx, file: Omit<OrganisationImport, 'endMissing' | 'checkedAt'>): Promise<void> {
  await tx.execute(
    `delete from identity.import i where (i.by_id = $1 or i.checked_at < now() - ${KEPT})
       and not exists (select 1 from identity.run r where r.subject = i.id)`,
    [file.byId],
  );
  await tx.execute(
    `insert into identity.import (id, kind, source, file_name, encoding, columns, lines, faults, fault_lines, added, changed, ended, same,
       missing, of_source, by_id, checked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[file.id, file.kind, file.source, file.fileName, file.encoding, file.columns, file.lines, JSON.stringify(file.faults)],
      ...[file.faultLines, file.added, file.changed, file.ended, file.same, file.missing, file.ofSource, file.byId, ts(tx.now)],
    ],
  );
}

/** Keeps lines of a checked file, some thousands at a time. */
export async function insertRows(tx: Tx, importId: string, rows: readonly ImportRow[]): Promise<void> {
  await tx.execute(
    `insert into identity.import_row (import_id, place, line, action, record_id, name, fields, was)
     select $1, place, line, action, "recordId", name, fields, was
     from jsonb_to_recordset($2::jsonb) as r(place int, line int, action text, "recordId" uuid, name text, fields jsonb, was jsonb)`,
    [importId, JSON.stringify(rows)],
  );
}

/** Throws `identity.import.not-found`. A file that is not applied is read by who sent it alone. */
export async function findImport(on: Queryable, id: string, readerId: string, { lock = false } = {}): Promise<OrganisationImport> {
  const [row] = await on.query<OrganisationImport>(
    `select ${COLUMNS} from identity.import i
     where i.id = $1 and (i.by_id = $2 or exists (select 1 from identity.run r where r.subject = i.id)) ${lock ? 'for update' : ''}`,
    [id, readerId],
  );
  if (!row) throw notFound('identity.import');
  return row;
}

/** The file of a run. */
export async function importOfRun(on: Queryable, id: string): Promise<OrganisationImport> {
  const [row] = await on.query<OrganisationImport>(`select ${COLUMNS} from identity.import i where i.id = $1`, [id]);
  return row!;
}

/** A file with its run. */
export interface AppliedImport extends OrganisationImport {
  readonly state: RunState;
  readonly progress: RunFacts;
  readonly byName: string;
}

/** Files that were applied or are being so, latest first. */
export async function appliedImports(
  on: Queryable,
  after: { readonly at: number; readonly id: string } | undefined,
  limit: number,
): Promise<AppliedImport[]> {
  return on.query<AppliedImport>(
    `select ${COLUMNS}, r.state, r.progress, u.name as "byName"
     from identity.import i join identity.run r on r.kind = 'import' and r.subject = i.id join identity.app_user u on u.id = i.by_id
     where $1::timestamptz is null or (i.checked_at, i.id) < ($1::timestamptz, $2::uuid)
     order by i.checked_at desc, i.id desc limit $3`,
    [after === undefined ? null : ts(instant(after.at)), after?.id ?? null, limit],
  );
}

/** The first lines of an action, for the dry run. */
export async function rowsOf(on: Queryable, importId: string, action: RowAction, limit: number): Promise<ImportRow[]> {
  return on.query<ImportRow>(`select ${ROW} from identity.import_row where import_id = $1 and action = $2 order by place limit $3`, [
    importId,
    action,
    limit,
  ]);
}

/** Notes whether those who are missing end too; answers how many lines there are to apply. */
export async function beginApplying(tx: Tx, id: string, endMissing: boolean): Promise<number> {
  await tx.execute(`update identity.import set end_missing = $2 where id = $1`, [id, endMissing]);
  if (!endMissing) await tx.execute(`delete from identity.import_row where import_id = $1 and action = 'missing'`, [id]);
  const [row] = await tx.query<{ count: number }>(`select count(*)::int as count from identity.import_row where import_id = $1`, [id]);
  return row!.count;
}

/** Takes the next lines out of a file that is being applied; all of them where `most` is left out. */
export async function takeRows(tx: Tx, id: string, most?: number): Promise<ImportRow[]> {
  const rows = await tx.query<ImportRow>(
    `delete from identity.import_row where import_id = $1
       and place in (select place from identity.import_row where import_id = $1 order by place limit $2) returning ${ROW}`,
    [id, most ?? null],
  );
  return rows.sort((a, b) => a.place - b.place);
}
