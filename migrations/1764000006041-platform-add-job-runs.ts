import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When each job ran last and when it failed last: queues forget what is done. */
export class PlatformAddJobRuns1764000006041 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table platform.job_run (
         name text not null,
         finished_at timestamptz,
         took_ms integer,
         failed_at timestamptz,
         failure text,
         failures integer not null default 0,
         constraint job_run_pk primary key (name)
       ) with (fillfactor = 50)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.job_run');
  }
}
