import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An absence says once that it has begun; those that had begun before need not. */
export class IdentityBeginAbsences1764000001060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table identity.absence add column begun_at timestamptz`);
    await runner.query(`update identity.absence set begun_at = now() where first_day <= (now() at time zone 'Europe/Riga')::date`);
    await runner.query(`create index ix_absence_not_begun on identity.absence (first_day) where begun_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table identity.absence drop column begun_at`);
  }
}
