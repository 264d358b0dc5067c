import type { Queryable, Tx } from '#platform';
import type { Keepers, KeptPerson, PeopleFound, PersonLine, SourcedPerson } from '../domain/people-judge.js';
import { ELEVATED, HELD, NEVER_EMPTY } from './grants.js';
import { PEOPLE } from './organisation-tables.js';
import type { RecordTable } from './record-table.js';

/** People with the system that tells of them. */
export const SOURCED_PEOPLE: RecordTable<SourcedPerson> = { ...PEOPLE, columns: { ...PEOPLE.columns, source: 'source' } };

const COLUMNS = [
  'u.id',
  ...Object.entries(SOURCED_PEOPLE.columns).map(([field, column]) => `u.${column} as "${field}"`),
  `u.password_hash is not null as "hasPassword"`,
  `exists (select 1 from identity.role_grant g where g.user_id = u.id and ${ELEVATED}
     and (g.valid_to is null or g.valid_to > now())) as elevated`,
].join(', ');

/** Programs have a row among people too, which no file and no directory speaks of. */
const NO_PROGRAM = `not exists (select 1 from identity.api_client c where c.user_id = u.id)`;

/** The people whom these lines speak of; with `lock` until the transaction ends. */
export async function peopleOf(on: Queryable, lines: readonly PersonLine[], { lock = false } = {}): Promise<PeopleFound> {
  const named = <Word>(words: readonly (Word | null | undefined)[]): Word[] => [
    ...new Set(words.filter((word): word is Word => word !== null && word !== undefined)),
  ];
  const rows = await on.query<KeptPerson>(
    `select ${COLUMNS} from identity.app_user u
     where (u.id = any($1::uuid[]) or u.external_id = any($2::text[]) or u.login = any($3::text[])) and ${NO_PROGRAM}
     order by u.id ${lock ? 'for no key update of u' : ''}`,
    [named(lines.map(({ id }) => id)), named(lines.map(({ fields }) => fields.externalId)), named(lines.map(({ fields }) => fields.login))],
  );
  const units = await on.query<{ id: string; institutionId: string }>(
    `select id, institution_id as "institutionId" from identity.org_unit where active and id = any($1::uuid[])`,
    [named([...lines.map(({ fields }) => fields.unitId), ...rows.map(({ unitId }) => unitId)])],
  );
  const by = (key: 'id' | 'externalId' | 'login'): Map<string, KeptPerson> =>
    new Map(rows.flatMap((row) => (row[key] === null ? [] : [[row[key], row] as const])));
  return {
    ...{ byId: by('id'), byExternalId: by('externalId'), byLogin: by('login') },
    institutionOfUnit: new Map(units.map(({ id, institutionId }) => [id, institutionId])),
  };
}

/** Active people of a source whom the set does not name, by their names. */
export async function missingPeople(
  on: Queryable,
  source: string,
  { ids, externalIds }: { readonly ids: readonly string[]; readonly externalIds: readonly string[] },
): Promise<KeptPerson[]> {
  return on.query<KeptPerson>(
    `select ${COLUMNS} from identity.app_user u where u.source = $1 and u.active and ${NO_PROGRAM}
       and not exists (select 1 from unnest($2::text[]) as named where named = u.external_id)
       and not exists (select 1 from unnest($3::uuid[]) as named where named = u.id)
     order by u.name, u.id`,
    [source, externalIds, ids],
  );
}

/** How many active people a source tells of. */
export async function countOfSource(on: Queryable, source: string): Promise<number> {
  const [row] = await on.query<{ count: number }>(`select count(*)::int as count from identity.app_user where source = $1 and active`, [
    source,
  ]);
  return row!.count;
}

/** Active people who hold the roles that never go without somebody; with `lock` nobody else ends one of them meanwhile. */
export async function keepersOf(on: Queryable, { lock = false } = {}): Promise<Keepers> {
  // In the order in which whoever ends one person takes turns (`Grants.requireAnother`).
  if (lock) for (const role of NEVER_EMPTY) await on.query(`select pg_advisory_xact_lock(hashtext($1))`, [`identity holders ${role}`]);
  const rows = await on.query<{ id: string; role: string }>(
    `select distinct u.id, g.role from identity.role_grant g join identity.app_user u on u.id = g.user_id
     where g.role = any($1::text[]) and u.active and ${HELD}`,
    [NEVER_EMPTY],
  );
  const holding = (role: string): Set<string> => new Set(rows.flatMap((row) => (row.role === role ? [row.id] : [])));
  return { administrator: holding('administrator'), manager: holding('manager') };
}

export async function endSessionsOf(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.execute(`delete from identity.session where user_id = any($1::uuid[])`, [ids]);
}
