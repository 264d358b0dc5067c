import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which system tells of a person or a unit, and files of the organisation that were checked, with their lines until these are applied.
 */
export class IdentityAddImports1764000001040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table identity.app_user add column source text`);
    await runner.query(`alter table identity.org_unit add column source text`);
    await runner.query(`create index ix_app_user_source on identity.app_user (source) where source is not null`);
    await runner.query(`create index ix_org_unit_source on identity.org_unit (source) where source is not null`);
    await runner.query(
      `create table identity.import (
         id uuid constraint pk_identity_import primary key,
         kind text not null,
         source text not null,
         file_name text not null,
         encoding text not null,
         columns text[] not null,
         lines integer not null,
         faults jsonb not null,
         fault_lines integer not null,
         added integer not null,
         changed integer not null,
         ended integer not null,
         same integer not null,
         missing integer,
         of_source integer not null,
         end_missing boolean not null default false,
         by_id uuid not null constraint fk_identity_import_by references identity.app_user (id),
         checked_at timestamptz not null,
         constraint ck_identity_import_kind check (kind in ('institutions', 'units', 'people'))
       )`,
    );
    await runner.query(`create index ix_identity_import_by on identity.import (by_id)`);
    await runner.query(`create index ix_identity_import_latest on identity.import (checked_at, id)`);
    await runner.query(
      `create table identity.import_row (
         import_id uuid not null constraint fk_identity_import_row_import references identity.import (id) on delete cascade,
         place integer not null,
         line integer not null,
         action text not null,
         record_id uuid,
         name text not null,
         fields jsonb not null,
         was jsonb not null,
         constraint pk_identity_import_row primary key (import_id, place),
         constraint ck_identity_import_row_action check (action in ('add', 'change', 'end', 'missing'))
       )`,
    );
    await runner.query(`create index ix_identity_import_row_action on identity.import_row (import_id, action, place)`);
    await runner.query(
      `create table identity.run (
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
         constraint ck_run_kind check (kind in ('import')),
         constraint ck_run_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
         constraint ck_run_finished check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
       )`,
    );
    await runner.query(`create unique index uq_run_active on identity.run (kind, subject) where state in ('waiting', 'running')`);
    await runner.query(`create index ix_run_latest on identity.run (kind, created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table identity.run`);
    await runner.query(`drop table identity.import_row`);
    await runner.query(`drop table identity.import`);
    await runner.query(`drop index identity.ix_org_unit_source`);
    await runner.query(`drop index identity.ix_app_user_source`);
    await runner.query(`alter table identity.org_unit drop column source`);
    await runner.query(`alter table identity.app_user drop column source`);
  }
}
