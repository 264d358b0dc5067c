import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are found by their mail address, whatever its case. */
export class IdentityIndexMail1764000010301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index ix_app_user_mail on identity.app_user (lower(email)) where email is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index identity.ix_app_user_mail`);
  }
}
