import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The list of changes is filtered by risk, which is the product of two columns. */
export class ChangesIndexRisk1764000006560 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index change_risk_score on changes.change ((likelihood * risk_impact))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index changes.change_risk_score`);
  }
}
