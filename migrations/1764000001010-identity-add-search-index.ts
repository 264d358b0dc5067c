import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The look-up of people by parts of words comes from an index; a blank before the first word lets a short word be found where words begin. */
export class IdentityAddSearchIndex1764000001010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`update identity.app_user set search_text = ' ' || search_text`);
    await runner.query(`create index ix_app_user_search on identity.app_user using gin (search_text public.gin_trgm_ops)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index identity.ix_app_user_search`);
    await runner.query(`update identity.app_user set search_text = substr(search_text, 2)`);
  }
}
