import {
  importGrants,
  importGroups,
  importInstitutions,
  importMembers,
  importPeople,
  layReference,
  seedIdentityDemo,
  stableId,
} from '#identity';
import { seedCatalogueDemo } from '#catalogue';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { Visitor } from './visitor.js';

let app: TestApp;
let database: Database;

beforeAll(async () => {
  app = await startTestApp();
  database = app.app.get(Database);
});

afterAll(() => app?.close());

const lay = (renewPasswords = false) =>
  app.unitOfWork.run(async (tx) => {
    await layReference(tx);
    const accounts = await seedIdentityDemo(tx, { renewPasswords });
    await seedCatalogueDemo(tx);
    return accounts;
  });

const tables = [
  'identity.institution',
  'identity.app_user',
  'identity.role_grant',
  'identity.support_group',
  'identity.group_member',
  'catalogue.service',
  'catalogue.subscription',
];

async function counts(): Promise<number[]> {
  const rows = await Promise.all(tables.map((table) => database.query<{ n: number }>(`select count(*) as n from ${table}`)));
  return rows.map(([row]) => row!.n);
}

describe('the demonstration', () => {
  it('gives its accounts passwords, once', async () => {
    const accounts = await lay();
    expect(accounts.map(({ login, roles }) => `${login}: ${roles.join(', ')}`)).toEqual([
      'ilze: requester',
      'janis: requester',
      'elina: agent',
      'rihards: agent, group_lead',
      'dace: manager',
      'andris: change_manager',
      'sanita: survey_officer',
      'viktors: asset_manager',
      'zane: institution_coordinator',
      'inga: auditor',
      'admin: administrator',
      'edgars: agent, group_lead, cab_member',
      'agnese: agent, group_lead, cab_member',
      'gints: agent, group_lead, cab_member',
      'vita: agent, group_lead, cab_member',
      'liene: process_owner',
      'modris: process_owner',
    ]);
    expect(new Set(accounts.map(({ password }) => password)).size).toBe(17);
    expect(accounts.every(({ password }) => /^([a-z2-9]{4}-){3}[a-z2-9]{4}$/.test(password))).toBe(true);
    expect(accounts[0]!.institution).not.toBe(accounts[1]!.institution);
    const before = await counts();
    expect(await lay()).toEqual([]);
    expect(await counts()).toEqual(before);
  });

  it('gives new passwords where the list of them was lost', async () => {
    const renewed = await lay(true);
    expect(renewed).toHaveLength(17);
    for (const { login, password } of renewed.slice(0, 2)) await new Visitor(app.url).signIn(login, password);
  });

  it('holds no personal code and no address that somebody could own', async () => {
    const people = await database.query<{ email: string }>(`select name, email, phone, login from identity.app_user`);
    expect(JSON.stringify(people)).not.toMatch(/\d{6}-?\d{5}/);
    expect(people.every(({ email }) => email.endsWith('.example'))).toBe(true);
  });

  it('has one provider and one first line, also where the reference data came first', async () => {
    expect(await database.query(`select name_lv from identity.institution where kind = 'provider'`)).toEqual([
      { name_lv: 'Valsts IT atbalsta centrs' },
    ]);
    expect(await database.query(`select name_lv, lead_id is not null as led from identity.support_group where is_user_support`)).toEqual([
      { name_lv: '1. līnija', led: true },
    ]);
  });
});

describe('taking in many people', () => {
  const institution = stableId('test', 'institution');
  const group = stableId('test', 'group');
  const people = Array.from({ length: 5_000 }, (_, n) => ({
    id: stableId('test', 'caller', String(n)),
    name: `Zvanītājs ${n}`,
    institutionId: institution,
  }));

  const take = () =>
    app.unitOfWork.run(async (tx) => [
      await importInstitutions(tx, [
        { id: institution, nameLv: 'Iestāde', nameEn: 'Institution', kind: 'other', isClient: true, activeFrom: '2015-01-01' },
      ]),
      await importPeople(tx, people),
      await importGroups(tx, [{ id: group, nameLv: 'Grupa 70', nameEn: 'Group 70', tier: 1, isUserSupport: false, calendarCode: '24x7' }]),
      await importMembers(
        tx,
        people.slice(0, 300).map(({ id }, n) => ({ groupId: group, userId: id, lead: n === 7 })),
      ),
      await importGrants(
        tx,
        people.slice(0, 300).map(({ id }) => ({ userId: id, role: 'agent' as const })),
      ),
    ]);

  it('does it once, however often it is run', async () => {
    expect(await take()).toEqual([1, 5_000, 1, 300, 300]);
    expect(await take()).toEqual([0, 0, 0, 0, 0]);
    expect(await database.query(`select lead_id from identity.support_group where id = $1`, [group])).toEqual([{ lead_id: people[7]!.id }]);
  });
});
