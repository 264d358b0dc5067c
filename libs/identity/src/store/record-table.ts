import { randomUUID } from 'node:crypto';
import { DomainError } from '#kernel';
import type { Queryable, Tx } from '#platform';

/** A table whose rows are edited field by field, under a version. */
export interface RecordTable<Fields extends object> {
  /** With its schema. */
  readonly name: string;
  /** The subject of its events. */
  readonly subject: string;
  /** What its events begin with, such as `identity.group`. */
  readonly noun: string;
  /** What is not found where there is no such row, such as `identity.user`. */
  readonly missing: string;
  /** Its events belong to the record that this field names; `as` names the record itself in them. */
  readonly within?: { readonly subject: string; readonly field: keyof Fields & string; readonly as: string };
  /** The column of each field. */
  readonly columns: Readonly<Record<keyof Fields & string, string>>;
}

export type Kept<Fields> = Fields & { readonly id: string; readonly version: number };

const listOf = <Fields extends object>({ columns }: RecordTable<Fields>): [keyof Fields & string, string][] =>
  Object.entries(columns) as [keyof Fields & string, string][];

/** The row, or undefined; with `lock` until the transaction ends. */
export async function findRecord<Fields extends object>(
  on: Queryable,
  table: RecordTable<Fields>,
  id: string,
  { lock = false } = {},
): Promise<Kept<Fields> | undefined> {
  const columns = listOf(table).map(([field, column]) => `${column} as "${field}"`);
  const [row] = await on.query<Kept<Fields>>(
    `select id, version, ${columns.join(', ')} from ${table.name} where id = $1 ${lock ? 'for no key update' : ''}`,
    [id],
  );
  return row;
}

/** All rows of a table that is small. */
export async function allRecords<Fields extends object>(on: Queryable, table: RecordTable<Fields>): Promise<Kept<Fields>[]> {
  const columns = listOf(table).map(([field, column]) => `${column} as "${field}"`);
  return on.query<Kept<Fields>>(`select id, version, ${columns.join(', ')} from ${table.name} order by id`);
}

/** Adds a row; answers its id. Throws what `refusedTwice` says where something of it is another's. */
export async function addRecord<Fields extends object>(tx: Tx, table: RecordTable<Fields>, fields: Fields): Promise<string> {
  const id = randomUUID();
  const columns = listOf(table);
  await once(
    tx.execute(
      `insert into ${table.name} (id, ${columns.map(([, column]) => column).join(', ')})
       values ($1, ${columns.map((_, at) => `$${at + 2}`).join(', ')})`,
      [id, ...columns.map(([field]) => fields[field])],
    ),
  );
  return id;
}

/** Writes the fields that are named and raises the version. The row must be locked. */
export async function changeRecord<Fields extends object>(
  tx: Tx,
  table: RecordTable<Fields>,
  id: string,
  fields: Partial<Fields>,
): Promise<void> {
  const columns = listOf(table).filter(([field]) => fields[field] !== undefined);
  await once(
    tx.execute(
      `update ${table.name} set version = version + 1${columns.map(([, column], at) => `, ${column} = $${at + 2}`).join('')} where id = $1`,
      [id, ...columns.map(([field]) => fields[field])],
    ),
  );
}

/** What stands where nothing may stand twice, by the name of its constraint. */
const TWICE: Readonly<Record<string, readonly [code: string, pointer: string]>> = {
  uq_institution_registration_no: ['identity.registration-no-taken', '/registrationNo'],
  uq_institution_external_id: ['identity.external-id-taken', '/externalId'],
  uq_org_unit_external_id: ['identity.external-id-taken', '/externalId'],
  uq_app_user_external_id: ['identity.external-id-taken', '/externalId'],
  uq_app_user_login: ['identity.login-taken', '/login'],
  uq_service_code: ['catalogue.code-taken', '/code'],
  uq_support_group_name_lv: ['identity.name-taken', '/nameLv'],
  reference_word_code: ['incidents.code-taken', '/code'],
};

async function once<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const twice = TWICE[(error as { readonly constraint?: string }).constraint ?? ''];
    if (!twice) throw error;
    const [code, pointer] = twice;
    throw new DomainError(code, {}, 'conflict', [{ pointer, code }]);
  }
}
