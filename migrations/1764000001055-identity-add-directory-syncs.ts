import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of each reading of a directory: when, by whom, how many people came, changed and ended, or why not. */
export class IdentityAddDirectorySyncs1764000001055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table identity.directory_sync (
         id uuid constraint pk_directory_sync primary key,
         directory text not null,
         dry boolean not null,
         state text not null default 'running',
         asked_by uuid constraint fk_directory_sync_asked_by references identity.app_user (id),
         endings integer,
         created integer not null default 0,
         changed integer not null default 0,
         ended integer not null default 0,
         unchanged integer not null default 0,
         elsewhere integer not null default 0,
         faulty integer not null default 0,
         faults jsonb not null default '[]',
         refusal text,
         started_at timestamptz not null,
         finished_at timestamptz,
         constraint ck_directory_sync_state check (state in ('running', 'done', 'refused', 'failed')),
         constraint ck_directory_sync_finished check ((state = 'running') = (finished_at is null)),
         constraint ck_directory_sync_refusal check ((state in ('refused', 'failed')) = (refusal is not null))
       )`,
    );
    await runner.query(`create unique index uq_directory_sync_running on identity.directory_sync (directory) where state = 'running'`);
    await runner.query(`create index ix_directory_sync_latest on identity.directory_sync (directory, started_at)`);
    await runner.query(`create index ix_directory_sync_asked_by on identity.directory_sync (asked_by)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table identity.directory_sync`);
  }
}
