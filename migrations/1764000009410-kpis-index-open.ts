import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was open at a moment is found by the moment itself: two bounds in two indexes read everything that ended later, and a page with the
 * backlog of two years asks for two dozen moments.
 */
export class KpisIndexOpen1764000009410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index ix_open_fact_during on kpis.open_fact using gist (edition, tstzrange(from_at, to_at, '(]'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index kpis.ix_open_fact_during`);
  }
}
