import type { Tx } from '#platform';
import type { Role } from '../domain/role.js';
import { foldText } from '../domain/search-text.js';
import { importGrants, importGroups, importInstitutions, importMembers, importPeople } from '../store/import-people.js';
import { Accounts } from '../store/accounts.js';
import { Passwords } from '../store/passwords.js';
import { type DemoPerson, demoGroups, demoInstitutions, demoPeople } from './demo-files.js';
import { demoId } from './demo-id.js';
import { demoPassword } from './demo-password.js';
import { identityReference } from './lay-reference.js';

const SINCE = '2024-01-01';

/** An account of the demonstration with its password, which is kept nowhere else. */
export interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly institution: string;
}

export interface LayDemoOptions {
  /** Gives all demo accounts new passwords, also those that have one: for a start that finds the list of passwords gone. */
  readonly renewPasswords?: boolean;
}

/**
 * Lays out the institutions, people and groups of the demonstration, all of them made up. May be run again. Answers the
 * accounts that got a password in this run.
 */
export async function seedIdentityDemo(tx: Tx, { renewPasswords = false }: LayDemoOptions = {}): Promise<DemoAccount[]> {
  await layInstitutions(tx);
  await layPeople(tx);
  await layGroups(tx);
  return givePasswords(tx, renewPasswords);
}

async function layInstitutions(tx: Tx): Promise<void> {
  const rows = demoInstitutions().map(({ key, parent, nameLv, nameEn, kind, isClient }) => ({
    id: demoId('institution', key),
    parentId: parent === null ? null : demoId('institution', parent),
    activeFrom: SINCE,
    nameLv,
    nameEn,
    kind,
    isClient,
  }));
  await importInstitutions(tx, rows);
  for (const { id, nameLv, nameEn, parentId } of rows.filter((row) => row.kind === 'provider')) {
    // The reference data gave the provider a name for any installation; the demonstration has one of its own.
    await tx.execute(`update identity.institution set name_lv = $2, name_en = $3, parent_id = $4 where id = $1 and name_lv = $5`, [
      id,
      nameLv,
      nameEn,
      parentId,
      identityReference().provider.nameLv,
    ]);
  }
}

async function layPeople(tx: Tx): Promise<void> {
  const domains = new Map(demoInstitutions().map(({ key, domain }) => [key, domain]));
  const people = demoPeople();
  await importPeople(
    tx,
    people.map(({ key, login, name, institution, locale = 'lv' }, at) => ({
      id: demoId('person', key),
      login,
      name,
      locale,
      email: `${foldText(name).replaceAll(' ', '.')}@${domains.get(institution)}`,
      phone: `+371 6700 ${String(100 + at).padStart(4, '0')}`,
      institutionId: demoId('institution', institution),
    })),
  );
  await importGrants(tx, people.flatMap(grantsOf));
}

function grantsOf({ key, roles, within }: DemoPerson) {
  const scope =
    within === undefined
      ? ({ scope: 'all', scopeId: null } as const)
      : ({ scope: 'institution', scopeId: demoId('institution', within) } as const);
  return roles.map((role) => ({ userId: demoId('person', key), role, ...scope }));
}

async function layGroups(tx: Tx): Promise<void> {
  const groups = demoGroups();
  await importGroups(
    tx,
    groups.map(({ key, nameLv, nameEn, tier, isUserSupport, calendarCode }) => ({
      id: demoId('group', key),
      nameLv,
      nameEn,
      tier,
      isUserSupport,
      calendarCode,
    })),
  );
  await importMembers(
    tx,
    groups.flatMap(({ key, members, lead }) =>
      members.map((member) => ({ groupId: demoId('group', key), userId: demoId('person', member), lead: member === lead })),
    ),
  );
}

async function givePasswords(tx: Tx, renew: boolean): Promise<DemoAccount[]> {
  const names = new Map(demoInstitutions().map(({ key, nameLv }) => [key, nameLv]));
  const accounts = new Accounts();
  const passwords = new Passwords();
  const given: DemoAccount[] = [];
  for (const { key, login, name, roles, institution } of demoPeople()) {
    if (login === null) continue;
    const id = demoId('person', key);
    const account = await accounts.byId(tx, id);
    if (!account || (account.passwordHash !== null && !renew)) continue;
    const password = demoPassword();
    await accounts.setPassword(tx, id, await passwords.hash(password));
    given.push({ login, password, name, roles, institution: names.get(institution) ?? institution });
  }
  return given;
}
