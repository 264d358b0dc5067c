import type { Tx } from '#platform';
import type { RecordTable } from './record-table.js';

type WithId<Fields extends object> = Fields & { readonly id: string };

/** Adds many rows of a table in one statement. What stands where nothing may stand twice fails the statement. */
export async function addRecords<Fields extends object>(
  tx: Tx,
  table: RecordTable<Fields>,
  rows: readonly WithId<Fields>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.values<string>(table.columns).join(', ');
  await tx.execute(
    `insert into ${table.name} (id, ${columns}) select id, ${columns} from jsonb_populate_recordset(null::${table.name}, $1::jsonb)`,
    [written(table, rows)],
  );
}

/** Writes many whole rows, which must be locked, and raises their versions, in one statement. */
export async function changeRecords<Fields extends object>(
  tx: Tx,
  table: RecordTable<Fields>,
  rows: readonly WithId<Fields>[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = Object.values<string>(table.columns).map((column) => `${column} = r.${column}`);
  await tx.execute(
    `update ${table.name} t set version = t.version + 1, ${columns.join(', ')}
     from jsonb_populate_recordset(null::${table.name}, $1::jsonb) r where t.id = r.id`,
    [written(table, rows)],
  );
}

function written<Fields extends object>({ columns }: RecordTable<Fields>, rows: readonly WithId<Fields>[]): string {
  const fields = Object.entries(columns) as [keyof Fields & string, string][];
  return JSON.stringify(
    rows.map((row) => ({ id: row.id, ...Object.fromEntries(fields.map(([field, column]) => [column, row[field] ?? null])) })),
  );
}
