import { FreezeMonths, ImportFacts } from '#kpis';
import { appendEvents, Database, ReactionRegistry } from '#platform';
import { startTestApp, type TestApp } from '../../support/app.js';
import { type Cast, layCast } from '../../support/cast.js';
import { reactAll, recordedThen, type ReportBody, tell, TicketStory } from './figure-story.js';

describe('a frozen month', () => {
  let test: TestApp;
  let cast: Cast;
  let database: Database;

  beforeAll(async () => {
    test = await startTestApp({ cast: true });
    cast = await layCast(test);
    database = test.app.get(Database);
  });

  afterAll(() => test?.close());

  async function overall(month: string): Promise<ReportBody['overall']> {
    return (await (await cast.signIn('dace')).get<ReportBody>(`/reports/sla-compliance?month=${month}`)).body.overall;
  }

  const met = (day: string): TicketStory => new TicketStory().submitted('2026-03-02T09:00').clock('2026-03-02T09:00', 'started').met(day);

  it('holds what was known at the end of the fifth working day after it, and nothing that came later', async () => {
    // The system was there already: its oldest event is older than the freeze.
    await recordedThen(test, new TicketStory().submitted('2026-01-05T09:00'));
    await recordedThen(test, met('2026-03-05T10:00'));
    await recordedThen(test, met('2026-03-06T10:00').clock('2026-04-08T10:00+03:00', 'withdrawn'));
    await recordedThen(test, met('2026-03-07T10:00').clock('2026-04-10T10:00+03:00', 'withdrawn'));
    await tell(test, met('2026-03-08T10:00'));
    await reactAll(test);
    await test.app.get(ImportFacts).execute();
    // The one that was withdrawn after the freeze instant stays met in March (DOMAIN 4.6), the one withdrawn before it does not.
    expect(await overall('2026-03')).toMatchObject({ numerator: 3, denominator: 3 });
    await test.app.get(FreezeMonths).execute();
    // The first one, and the one that was withdrawn a day too late; not the one that was recorded today.
    const editions = await database.query<{ known: string; n: number }>(
      `select to_char(known_until at time zone 'Europe/Riga', 'YYYY-MM-DD HH24:MI') as known, (select count(*)::int from kpis.clock_fact f where f.edition = e.id) as n from kpis.edition e where code = 'KPI-09'`,
    );
    expect(editions).toEqual([{ known: '2026-04-10 00:00', n: 2 }]);
    expect(await overall('2026-03')).toMatchObject({ numerator: 2, denominator: 2 });
    expect(await test.app.get(FreezeMonths).execute()).toEqual({ frozen: 0 });
  });

  it('writes its figures down, overall and by each dimension, and lets nobody change them', async () => {
    const rows = await database.query<{ dimension: string }>(
      `select dimension, numerator, denominator from kpis.measurement m join kpis.edition e on e.id = m.edition_id where e.code = 'KPI-09' order by dimension`,
    );
    expect(rows).toEqual(
      ['group', 'institution', 'kind', 'overall', 'priority', 'service'].map((dimension) => ({ dimension, numerator: 2, denominator: 2 })),
    );
    await expect(database.query(`update kpis.measurement set numerator = 1`)).rejects.toThrow('append-only');
    await expect(database.query(`delete from kpis.edition`)).rejects.toThrow('append-only');
  });

  it('is restated when history of that month is imported', async () => {
    const stories = Array.from({ length: 30 }, () => met('2026-03-09T10:00'));
    const reactions = test.app.get(ReactionRegistry);
    await test.unitOfWork.run((tx) =>
      appendEvents(
        tx,
        stories.flatMap((story) => story.events),
        reactions,
        { imported: true },
      ),
    );
    const before = await overall('2026-03');
    await test.app.get(ImportFacts).execute();
    const restated = await database.query(
      `select code, to_char(min(month), 'YYYY-MM') as first, count(*) filter (where code = 'KPI-09') as n from kpis.edition where cause = 'import' group by code order by code`,
    );
    // KPI-09 of March alone; the backlog of March and the months since then, because nobody has resolved these tickets.
    expect(restated).toEqual([
      { code: 'KPI-07', first: '2026-03', n: 0 },
      { code: 'KPI-09', first: '2026-03', n: 1 },
    ]);
    expect([before.denominator, (await overall('2026-03')).denominator]).toEqual([2, 33]);
    expect(await test.app.get(ImportFacts).execute()).toMatchObject({ months: 0, restated: 0 });
  });
});
