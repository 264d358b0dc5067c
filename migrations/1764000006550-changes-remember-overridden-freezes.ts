import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which freezes the change manager let a change stand in: one that is set afterwards keeps its work from beginning. */
export class ChangesRememberOverriddenFreezes1764000006550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table changes.change add column overridden_freezes jsonb not null default '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table changes.change drop column overridden_freezes`);
  }
}
