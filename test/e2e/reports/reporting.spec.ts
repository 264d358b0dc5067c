import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { demoId } from '#identity';
import { FreezeMonths } from '#kpis';
import { Database } from '#platform';
import { KeepBiLogins } from '#reports';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { freshDatabase, type TestDatabase } from '../../support/database.js';
import { CIVIL, ORDER, reactAll, tell, TicketStory } from '../kpis/figure-story.js';

/** Roles belong to the whole server, which other tests use too. */
const WHOLE = `bi_whole_${randomUUID().slice(0, 8)}`;
const ONE = `bi_one_${randomUUID().slice(0, 8)}`;

let database: TestDatabase;
let test: TestApp;
let cast: Cast;
let logins: KeepBiLogins;
let whole: pg.Client;
let one: pg.Client;

async function connect(role: string, password: string): Promise<pg.Client> {
  const address = new URL(database.url);
  [address.username, address.password] = [role, password];
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  return client;
}

async function values<Value = unknown>(client: pg.Client, sql: string): Promise<Value[]> {
  return (await client.query({ text: sql, rowMode: 'array' })).rows.map((row: Value[]) => row[0]!);
}

async function report(login: string): Promise<string> {
  const client = await cast.signIn(login);
  const filed = await client.post<{ id: string }>('/incidents', { title: 'Nedrukā', description: 'Neko.', impact: 3, urgency: 3 });
  expect(filed.status).toBe(201);
  return filed.body.id;
}

beforeAll(async () => {
  database = await freshDatabase('cast');
  test = await startTestApp({ database });
  cast = await layCast(test);
  const rated = (value: 1 | 3, options = {}): TicketStory =>
    new TicketStory(options).submitted('2026-05-04T09:00Z').resolved('2026-05-05T09:00Z').rated('2026-05-06T09:00Z', randomUUID(), value);
  await tell(test, ...Array.from({ length: 12 }, () => rated(3)), ...Array.from({ length: 3 }, () => rated(1, { institutionId: CIVIL })));
  await reactAll(test, 6);
  await test.app.get(FreezeMonths).execute();
  for (const login of ['ilze', 'janis']) await report(login);
  logins = test.app.get(KeepBiLogins);
  whole = await connect(WHOLE, await logins.add(database.adminUrl, WHOLE, null));
  const [{ name }] = (await test.app
    .get(Database)
    .query<{ name: string }>(`select name_lv as name from identity.institution where id = $1`, [ORDER])) as [{ name: string }];
  one = await connect(ONE, await logins.add(database.adminUrl, ONE, name));
});

afterAll(async () => {
  await Promise.all([whole?.end(), one?.end()]);
  for (const role of [WHOLE, ONE]) await logins?.remove(database.adminUrl, role);
  await test?.close();
  await database?.drop();
});

describe('A BI login', () => {
  it('reads every view', async () => {
    const views = await values<string>(
      whole,
      `select table_name from information_schema.views where table_schema = 'reporting' order by 1`,
    );
    expect(views.length).toBeGreaterThan(9);
    for (const view of views) await whole.query(`select * from reporting.${view} limit 1`);
  });

  it('is refused every table and view of the program', async () => {
    const tables = await test.app.get(Database).query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')
         union all select format('%I.%I', schemaname, viewname) from pg_views where schemaname not in ('pg_catalog', 'information_schema', 'reporting')`,
    );
    expect(tables.length).toBeGreaterThan(80);
    for (const client of [whole, one])
      for (const { name } of tables) await expect(client.query(`select 1 from ${name} limit 1`)).rejects.toThrow('permission denied');
  });

  it.each([
    'insert into reporting.institutions (institution_id) values (gen_random_uuid())',
    'update reporting.tickets set priority = 1',
    'delete from reporting.services',
    'truncate tickets.ticket',
    'create table reporting.x (a int)',
    'create table public.x (a int)',
    'create temporary table x (a int)',
    'create schema x',
    'create function pg_temp.leak(text) returns boolean language sql as $$ select true $$',
    'create role x',
    'select lo_from_bytea(0, $$x$$)',
    'insert into reports.bi_login (role, added_at) values (session_user, now())',
    `set role atbalsts`,
    `copy (select 1) to program 'true'`,
    `select pg_read_file('/etc/passwd')`,
  ])('writes nothing and gets no further, also once it has said that it may: %s', async (sql) => {
    await one.query('set default_transaction_read_only = off');
    await expect(one.query(sql)).rejects.toThrow(/permission denied|must be owner|cannot (insert|update|delete)|must be member/i);
  });

  it('begins its transactions read-only and is ended after a while', async () => {
    const fresh = await connect(WHOLE, await logins.add(database.adminUrl, WHOLE, null));
    expect(await values(fresh, 'show default_transaction_read_only')).toEqual(['on']);
    expect(await values(fresh, 'show statement_timeout')).toEqual(['5min']);
    await fresh.end();
  });

  it('of one institution finds nothing of another, whatever it asks', async () => {
    const both = await values<string>(whole, `select distinct institution_id from tickets order by 1`);
    expect(both).toEqual(expect.arrayContaining([ORDER, CIVIL]));
    expect(await values(one, `select distinct institution_id from tickets`)).toEqual([ORDER]);
    expect(await values(one, `select institution_id from institutions`)).toEqual([ORDER]);
    for (const view of ['clocks', 'changes', 'ratings_monthly'])
      expect(await values(one, `select count(*)::int from ${view} where institution_id is distinct from '${ORDER}'`)).toEqual([0]);
    expect(await values(one, `select count(*)::int from figures where dimension <> 'institution' or key <> '${ORDER}'`)).toEqual([0]);
    for (const view of ['processes', 'process_stages', 'reports'])
      expect(await values(one, `select count(*)::int from ${view}`)).toEqual([0]);
    // A condition that tells what it is asked about must not be asked of rows that the login may not see.
    expect(
      await values(one, `select count(*)::int from tickets where 1 / (case when institution_id = '${CIVIL}' then 0 else 1 end) = 1`),
    ).toEqual([1]);
  });

  it('finds no restricted ticket, and counts its clocks without naming it', async () => {
    const id = await report('ilze');
    await test.app.get(Database).query(`update tickets.ticket set restricted = true where id = $1`, [id]);
    expect(await values(whole, `select count(*)::int from tickets where ticket_id = '${id}'`)).toEqual([0]);
    expect(await values(whole, `select count(*)::int from clocks where ticket_id = '${id}'`)).toEqual([0]);
  });

  it('finds ratings of frozen months alone, and no small group nor the one that would give it away', async () => {
    const rows = (await whole.query(`select institution_id, hidden, users, satisfied_users, satisfied_percent from ratings_monthly`))
      .rows as unknown[];
    expect(rows).toContainEqual({ institution_id: null, hidden: false, users: 15, satisfied_users: 12, satisfied_percent: 80 });
    const none = { hidden: true, users: null, satisfied_users: null, satisfied_percent: null };
    expect(rows).toEqual(expect.arrayContaining([ORDER, CIVIL].map((institution_id) => ({ institution_id, ...none }))));
    expect(rows).toHaveLength(3);
    expect(await values(one, `select hidden from ratings_monthly`)).toEqual([true]);
  });

  it('finds nothing once its line is gone, and cannot come back once it was removed', async () => {
    const role = `bi_gone_${randomUUID().slice(0, 8)}`;
    const password = await logins.add(database.adminUrl, role, null);
    const client = await connect(role, password);
    expect(await values(client, 'select count(*)::int from support_groups')).not.toEqual([0]);
    await test.app.get(Database).query(`delete from reports.bi_login where role = $1`, [role]);
    expect(await values(client, 'select count(*)::int from support_groups')).toEqual([0]);
    await client.end();
    await logins.remove(database.adminUrl, role);
    await expect(connect(role, password)).rejects.toThrow('authentication failed');
  });

  it.each(['x', 'Bi', 'bi-x', 'pg_x1', 'bi"; drop schema kpis; --'])('is not made under the name %j', async (role) => {
    await expect(logins.add(database.adminUrl, role, null)).rejects.toThrow('reports.login-invalid');
  });
});

describe('The schema reporting', () => {
  it('says of every view and every column what it means, here and in the README', async () => {
    const columns = await test.app.get(Database).query<{ view: string; column: string; said: string | null; about: string | null }>(
      `select c.relname as view, a.attname as column, col_description(c.oid, a.attnum) as said, obj_description(c.oid) as about
       from pg_class c join pg_attribute a on a.attrelid = c.oid where c.relnamespace = 'reporting'::regnamespace and a.attnum > 0`,
    );
    expect(columns.filter(({ said, about }) => !said || !about)).toEqual([]);
    const readme = readFileSync('libs/reports/README.md', 'utf8');
    expect([...new Set(columns.map(({ view }) => view))].filter((view) => !readme.includes(`\`${view}\``))).toEqual([]);
  });

  it('names nobody', async () => {
    const columns = await test.app
      .get(Database)
      .query<{ column_name: string }>(`select column_name from information_schema.columns where table_schema = 'reporting'`);
    expect(
      columns.filter(({ column_name }) => /person|user_id|requester|assignee|actor|email|title|text|description/.test(column_name)),
    ).toEqual([]);
    expect(await values(whole, `select count(*)::int from tickets where number like '%${demoId('person', 'ilze')}%'`)).toEqual([0]);
  });
});
