import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As `UNLIKE` of libs/kpis has it: PostgreSQL uses a partial index only where the question repeats its condition. */
const UNLIKE = `agreed_outcome is distinct from (case when exclusion is null then outcome end)
  or agreed_outcome is not null and agreed_month is distinct from month or voids > 0 or mark is not null`;

/** The report of a month reads the sums and the few facts that are out of the ordinary; each of these indexes holds none but them. */
export class KpisIndexReport1764000009210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index ix_clock_fact_unlike on kpis.clock_fact (edition, month) where ${UNLIKE}`);
    await runner.query(`create index ix_clock_fact_unlike_agreed on kpis.clock_fact (edition, agreed_month) where ${UNLIKE}`);
    await runner.query(`create index ix_clock_fact_pauses on kpis.clock_fact (edition, month) where pauses <> '[]'::jsonb`);
    await runner.query(`create index ix_clock_fact_relaxed on kpis.clock_fact (edition, month) where relaxations <> '[]'::jsonb`);
    await runner.query(`drop index kpis.ix_clock_fact_paused`);
    await runner.query(`create index ix_clock_fact_paused on kpis.clock_fact (edition, outcome_at) where pauses <> '[]'::jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index kpis.ix_clock_fact_paused`);
    await runner.query(`create index ix_clock_fact_paused on kpis.clock_fact (edition) where pauses <> '[]'::jsonb`);
    for (const name of ['relaxed', 'pauses', 'unlike_agreed', 'unlike']) await runner.query(`drop index kpis.ix_clock_fact_${name}`);
  }
}
