import { demoId } from '#identity';
import { ImportFacts, kpisSchemas, RecountKpis } from '#kpis';
import { Database } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { reactAll, tell, TicketStory } from './figure-story.js';

/** Everybody whose name, mail or login could have got into a figure: who rates, who resolves, who recounts. */
const PEOPLE = ['ilze', 'janis', 'elina', 'dace'] as const;

describe('figures and a person who is erased', () => {
  let test: TestApp;
  let cast: Cast;
  let database: Database;
  let people: { login: string; name: string; email: string | null }[];

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    database = test.app.get(Database);
    people = await database.query(`select login, name, email from identity.app_user where login is not null`);
    const stories = Array.from({ length: 36 }, (_, at) => {
      const rater = at % 3 === 0 ? demoId('person', PEOPLE[at % 2]!) : stranger(at);
      return new TicketStory()
        .submitted('2026-05-04T09:00Z')
        .clock('2026-05-04T09:00Z', 'started')
        .met('2026-05-05T09:00Z')
        .resolved('2026-05-05T09:00Z')
        .rated('2026-05-06T09:00Z', rater, ((at % 3) + 1) as 1 | 2 | 3);
    });
    await tell(test, ...stories);
    await reactAll(test, 4);
    await (await cast.signIn('dace')).post('/kpis/KPI-02/recount');
    await test.app.get(RecountKpis).execute();
  });

  afterAll(() => test?.close());

  const stranger = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;

  async function figures(): Promise<unknown[]> {
    const inga = await cast.signIn('inga');
    const paths = [
      ...['?period=2026-05', '?period=2026'].map((query) => `/kpis${query}`),
      ...['KPI-02', 'KPI-04', 'KPI-08', 'KPI-09'].flatMap((code) =>
        ['institution', 'group', 'day'].map((by) => `/kpis/${code}?period=2026-05&by=${by}`),
      ),
      '/kpis/KPI-02/rows?period=2026-05',
    ];
    const bodies = await Promise.all(paths.map(async (path) => (await inga.get(path)).body));
    // When it was asked is no part of a figure.
    return JSON.parse(JSON.stringify(bodies), (key, value: unknown) => (key === 'asOf' ? undefined : value)) as unknown[];
  }

  it('stay as they are, every one of them, and so does the recount from the events', async () => {
    const before = await figures();
    await database.query(
      `update identity.app_user set name = 'Dzēsta persona', login = null, password_hash = null, email = null, phone = null
       where id = any($1::uuid[])`,
      [PEOPLE.map((person) => demoId('person', person))],
    );
    expect(await figures()).toEqual(before);
    expect(await test.app.get(RecountKpis).execute()).toMatchObject({ differences: 0, caughtUp: 0 });
    // Also where all of them are made again from nothing.
    for (const { options } of kpisSchemas.filter(({ options: { tableName } }) => /^(ticket|.*_(fact|cell))$/.test(tableName!)))
      await database.query(`delete from kpis.${options.tableName!}`);
    await test.app.get(ImportFacts).execute();
    expect(await figures()).toEqual(before);
  });

  it('never held a name, a mail or a login', async () => {
    const rows = await Promise.all(
      kpisSchemas.map(({ options }) =>
        database.query<{ row: string }>(`select to_jsonb(t)::text as row from kpis.${options.tableName!} t`),
      ),
    );
    const text = rows
      .flat()
      .map(({ row }) => row)
      .join('\n');
    expect(text.length).toBeGreaterThan(10_000);
    expect(people.length).toBeGreaterThan(10);
    for (const { login, name, email } of people) for (const word of [`"${login}"`, name, email ?? name]) expect(text).not.toContain(word);
  });
});
