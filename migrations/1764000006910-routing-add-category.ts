import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rule may say what kind of thing a new incident is about. */
export class RoutingAddCategory1764000006910 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table routing.rule add column category text');
    await runner.query(`update routing.rule_version set terms = terms || '{"category": null}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update routing.rule_version set terms = terms - 'category'`);
    await runner.query('alter table routing.rule drop column category');
  }
}
