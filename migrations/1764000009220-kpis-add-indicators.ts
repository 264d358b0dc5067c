import type { MigrationInterface, QueryRunner } from 'typeorm';
import { kpiDefinitions } from './seeds/reference/kpi-definitions.js';

/**
 * KPI-04 to KPI-08: first contact, times, backlog and reopenings; measurements that are no shares; and recounts as runs on record. Living facts
 * are folded anew: their tickets are marked as behind.
 */
export class KpisAddIndicators1764000009220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...widened, ...facts, runs, ...runIndexes, FOLD_ANEW]) await runner.query(statement);
    for (const { code, version, nameLv, nameEn, formula, validFrom } of kpiDefinitions) {
      await runner.query(
        `insert into kpis.definition (code, version, name_lv, name_en, formula, valid_from) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [code, version, nameLv, nameEn, formula, validFrom],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of back) await runner.query(statement);
  }
}

const FOLD_ANEW = `update kpis.ticket set events = -1`;

const widened = [
  `alter table kpis.resolution_fact add column first_contact boolean not null default false`,
  `alter table kpis.resolution_cell add column first_contact integer not null default 0`,
  `alter table kpis.measurement add column median double precision, add column p90 double precision, add column mean double precision`,
];

const facts = [
  `create table kpis.first_resolution_fact (
     edition integer not null,
     ticket_id uuid not null,
     resolved_at timestamptz not null,
     month date not null,
     reopened boolean not null,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     constraint pk_first_resolution_fact primary key (edition, ticket_id)
   )`,
  `create index ix_first_resolution_fact_month on kpis.first_resolution_fact (edition, month)`,
  `create table kpis.first_resolution_cell (
     edition integer not null,
     month date not null,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     resolved integer not null default 0,
     reopened integer not null default 0,
     constraint pk_first_resolution_cell primary key (edition, month, institution_id, service_id, group_id)
   )`,
  `create table kpis.time_fact (
     edition integer not null,
     clock_id uuid not null,
     ticket_id uuid not null,
     kind text not null,
     cycle integer not null,
     stopped_at timestamptz not null,
     month date not null,
     seconds integer not null,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     priority integer not null,
     constraint pk_time_fact primary key (edition, clock_id),
     constraint ck_time_fact_kind check (kind in ('response', 'resolution'))
   )`,
  `create index ix_time_fact_month on kpis.time_fact (edition, month, kind)`,
  `create index ix_time_fact_ticket on kpis.time_fact (ticket_id)`,
  `create table kpis.open_fact (
     edition integer not null,
     stretch_id uuid not null,
     ticket_id uuid not null,
     submitted_at timestamptz not null,
     from_at timestamptz not null,
     to_at timestamptz,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     priority integer not null,
     constraint pk_open_fact primary key (edition, stretch_id),
     constraint ck_open_fact_order check (to_at > from_at)
   )`,
  `create index ix_open_fact_ended on kpis.open_fact (edition, to_at)`,
  `create index ix_open_fact_lasting on kpis.open_fact (edition, from_at) where to_at is null`,
  `create index ix_open_fact_ticket on kpis.open_fact (ticket_id)`,
];

const runs = `create table kpis.run (
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
   constraint ck_run_kind check (kind in ('all', 'days')),
   constraint ck_run_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
   constraint ck_run_finished check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
 )`;

const runIndexes = [
  `create unique index uq_run_active on kpis.run (kind, subject) where state in ('waiting', 'running')`,
  `create index ix_run_latest on kpis.run (kind, created_at)`,
];

const NEW_CODES = `('KPI-04', 'KPI-05', 'KPI-06', 'KPI-07', 'KPI-08')`;

const back = [
  `drop table kpis.run`,
  // What was frozen of the new indicators goes with their definitions; editions are append-only for everybody but a migration.
  `alter table kpis.measurement disable trigger measurement_append_only`,
  `alter table kpis.edition disable trigger edition_append_only`,
  `delete from kpis.measurement where edition_id in (select id from kpis.edition where code in ${NEW_CODES})`,
  ...['fact', 'cell'].map(
    (part) => `delete from kpis.resolution_${part} where edition in (select id from kpis.edition where code in ${NEW_CODES})`,
  ),
  `delete from kpis.edition where code in ${NEW_CODES}`,
  `alter table kpis.edition enable trigger edition_append_only`,
  `alter table kpis.measurement enable trigger measurement_append_only`,
  `delete from kpis.definition where code in ${NEW_CODES}`,
  `drop table kpis.open_fact`,
  `drop table kpis.time_fact`,
  `drop table kpis.first_resolution_cell`,
  `drop table kpis.first_resolution_fact`,
  `alter table kpis.measurement drop column mean, drop column p90, drop column median`,
  `alter table kpis.resolution_cell drop column first_contact`,
  `alter table kpis.resolution_fact drop column first_contact`,
  FOLD_ANEW,
];
