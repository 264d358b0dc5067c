import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which event the count of those affected is: since somebody can take it back, a late delivery must not bring an older count. */
export class IncidentsOrderAffected1764000006080 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incidents.incident add column affected_event bigint not null default 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incidents.incident drop column affected_event`);
  }
}
