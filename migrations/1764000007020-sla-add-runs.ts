import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Long work over many clocks, with its progress; and the way to the clocks that are still open. */
export class SlaAddRuns1764000007020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table sla.run (
         id uuid constraint pk_run primary key,
         kind text not null,
         state text not null default 'waiting',
         subject uuid not null,
         actor_id uuid,
         request jsonb not null,
         total integer,
         done integer not null default 0,
         cursor text,
         progress jsonb not null default '{}',
         slices integer not null default 0,
         failures integer not null default 0,
         result jsonb,
         details jsonb,
         error text,
         created_at timestamptz not null default clock_timestamp(),
         started_at timestamptz,
         touched_at timestamptz,
         finished_at timestamptz,
         constraint ck_run_kind check (kind in ('replan', 'what_if')),
         constraint ck_run_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
         constraint ck_run_finished check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
       )`,
    );
    await runner.query(`create unique index uq_run_active on sla.run (kind, subject) where state in ('waiting', 'running')`);
    await runner.query(`create index ix_run_latest on sla.run (kind, created_at)`);
    await runner.query(
      `create index ix_clock_undecided on sla.clock (ticket_id, target_calendar_id) where outcome is null and state in ('running', 'paused')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index sla.ix_clock_undecided`);
    await runner.query(`drop table sla.run`);
  }
}
