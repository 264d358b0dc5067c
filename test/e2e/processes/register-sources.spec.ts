import { randomUUID } from 'node:crypto';
import { seedAssetsDemo } from '#assets';
import { demoId } from '#identity';
import { formatInstant, instant, type Instant } from '#kernel';
import { Database } from '#platform';
import { type IndicatorReading, IndicatorSources } from '#processes';
import { startTestApp, type TestApp } from '../../support/app.js';
import { layCast } from '../../support/cast.js';

let test: TestApp;
let database: Database;
let now: Instant;

beforeAll(async () => {
  test = await startTestApp({ cast: true });
  await layCast(test);
  await test.unitOfWork.run((tx) => seedAssetsDemo(tx));
  database = test.app.get(Database);
  now = (await database.query<{ now: Instant }>('select now() as now'))[0]!.now;
});

afterAll(() => test?.close());

const measure = (code: string, asOf: Instant = now): Promise<IndicatorReading | null> | undefined =>
  test.app
    .get(IndicatorSources)
    .find(code)
    ?.measure(database, { year: Number(formatInstant(asOf).slice(0, 4)), from: asOf, to: asOf, asOf });

describe('the registers as sources of the scorecard', () => {
  it('count the fleet in full, without an interval, and open its rows', async () => {
    const reading = await measure('KPI-12');
    expect(reading).toMatchObject({ interval: null, rowsPath: expect.stringMatching(/^\/reports\/equipment\?on=20\d\d-\d\d-\d\d$/) });
    expect(reading!.value).toBeGreaterThan(100);
    expect(await measure('KPI-12', instant(now - 5 * 365 * 86_400_000_000))).toBeNull();
  });

  it('measure the update coverage with its interval', async () => {
    const reading = await measure('KPI-13');
    expect(reading!.value).toBeCloseTo((reading!.numerator! / reading!.denominator!) * 100, 9);
    expect(reading!.interval!.low).toBeLessThan(reading!.value!);
    expect(await measure('KPI-13', instant(now - 5 * 365 * 86_400_000_000))).toBeNull();
  });

  it('know of audit recommendations in time once one was due', async () => {
    expect(await measure('KPI-14')).toBeNull();
    for (const [number, late] of [
      ['1', 0],
      ['2', 1],
    ] as const)
      await database.query(
        `insert into processes.recommendation (id, source, number, text, owner_id, due_on, counted_due_on, state, implemented_on, created_by_id, created_at)
         values ($1, 'VK', $2, 'Ieteikums', $3, make_date(extract(year from now())::int, 1, 1), make_date(extract(year from now())::int, 1, 1),
           'implemented', make_date(extract(year from now())::int, 1, 1) + $4::int, $3, now())`,
        [randomUUID(), number, demoId('person', 'rihards'), late],
      );
    expect(await measure('KPI-14')).toMatchObject({ numerator: 1, denominator: 2, value: null, interval: null });
  });
});
