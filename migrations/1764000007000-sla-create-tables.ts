import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Policies with their targets, clocks with their ledgers, planned and recorded crossings, and when the sweep last ran. */
export class SlaCreateTables1764000007000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema sla`);
    for (const statement of [...policies, ...clocks, ...crossings]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sweep_run', 'crossing', 'planned_crossing', 'ledger', 'clock', 'target', 'policy_version', 'policy']) {
      await runner.query(`drop table sla.${table}`);
    }
    await runner.query(`drop schema sla`);
  }
}

const appendOnly = (table: string): string =>
  `create trigger ${table}_append_only before update or delete or truncate on sla.${table} for each statement execute function platform.refuse_change()`;

const policies = [
  `create table sla.policy (
     id uuid constraint pk_policy primary key,
     code text not null constraint uq_policy_code unique,
     name_lv text not null,
     name_en text not null
   )`,
  `create table sla.policy_version (
     id uuid constraint pk_policy_version primary key,
     policy_id uuid not null constraint fk_policy_version_policy references sla.policy (id),
     version integer not null,
     mid_flight_rule text not null default 'middle_of_three',
     valid_from timestamptz not null,
     constraint uq_policy_version unique (policy_id, version),
     constraint ck_policy_version_rule check (mid_flight_rule in ('middle_of_three', 'restart', 'replay'))
   )`,
  `create table sla.target (
     id uuid constraint pk_sla_target primary key,
     policy_version_id uuid not null constraint fk_target_policy_version references sla.policy_version (id),
     ticket_type text not null,
     priority smallint not null,
     kind text not null,
     service_id uuid constraint fk_target_service references catalogue.service (id),
     institution_id uuid constraint fk_target_institution references identity.institution (id),
     seconds integer not null,
     calendar_id uuid not null constraint fk_target_calendar references calendars.calendar (id),
     pause_reasons text[] not null,
     thresholds integer[] not null,
     constraint ck_target_kind check (kind in ('response', 'resolution')),
     constraint ck_target_priority check (priority between 1 and 5),
     constraint ck_target_seconds check (seconds > 0),
     constraint ck_target_thresholds check (100 = any (thresholds))
   )`,
  `create unique index uq_target_match on sla.target (policy_version_id, ticket_type, priority, kind, service_id, institution_id) nulls not distinct`,
  `create index ix_target_service on sla.target (service_id)`,
  `create index ix_target_institution on sla.target (institution_id)`,
  `create index ix_target_calendar on sla.target (calendar_id)`,
];

const clocks = [
  `create table sla.clock (
     id uuid constraint pk_clock primary key,
     ticket_id uuid not null constraint fk_clock_ticket references tickets.ticket (id),
     kind text not null,
     cycle integer not null,
     state text not null,
     ticket_type text not null,
     institution_id uuid not null,
     service_id uuid,
     group_id uuid,
     priority smallint not null,
     policy_version_id uuid not null constraint fk_clock_policy_version references sla.policy_version (id),
     pause_reasons text[] not null,
     target_seconds integer not null,
     target_calendar_id uuid not null,
     plan_calendar_id uuid not null,
     started_at timestamptz not null,
     due_at timestamptz,
     running_since timestamptz,
     consumed bigint not null,
     total bigint not null,
     stopped_at timestamptz,
     outcome text,
     outcome_at timestamptz,
     target_no integer not null,
     plan_no integer not null,
     steps integer not null,
     constraint uq_clock_cycle unique (ticket_id, kind, cycle),
     constraint ck_clock_kind check (kind in ('response', 'resolution')),
     constraint ck_clock_state check (state in ('running', 'paused', 'stopped', 'cancelled')),
     constraint ck_clock_outcome check ((outcome in ('met', 'breached') and outcome_at is not null) or (outcome is null and outcome_at is null)),
     constraint ck_clock_running check ((state = 'running') = (running_since is not null)),
     constraint ck_clock_decided check (state <> 'stopped' or outcome is not null)
   ) with (fillfactor = 85)`,
  `create index ix_clock_policy_version on sla.clock (policy_version_id)`,
  `create table sla.ledger (
     id bigserial constraint pk_ledger primary key,
     clock_id uuid not null constraint fk_ledger_clock references sla.clock (id),
     step integer not null,
     type text not null,
     at timestamptz not null,
     recorded_at timestamptz not null default clock_timestamp(),
     reason text,
     actor_id uuid,
     policy_version_id uuid not null constraint fk_ledger_policy_version references sla.policy_version (id),
     calendar_id uuid,
     seconds integer,
     thresholds integer[],
     rule text,
     requester_asked boolean,
     deadline_before timestamptz,
     deadline_after timestamptz,
     details jsonb,
     constraint uq_ledger_step unique (clock_id, step),
     constraint ck_ledger_type check (type in ('started', 'paused', 'resumed', 'stopped', 'reopened', 'retargeted', 'relaxation_confirmed', 'cancelled')),
     constraint ck_ledger_target check ((type in ('started', 'retargeted')) = (calendar_id is not null and seconds is not null))
   )`,
  `create index ix_ledger_policy_version on sla.ledger (policy_version_id)`,
  appendOnly('ledger'),
];

const crossings = [
  `create table sla.planned_crossing (
     clock_id uuid not null constraint fk_planned_crossing_clock references sla.clock (id),
     target_no integer not null,
     pct integer not null,
     due_at timestamptz not null,
     planned_at timestamptz not null,
     plan_no integer not null,
     constraint pk_planned_crossing primary key (clock_id, target_no, pct)
   )`,
  `create index ix_planned_crossing_due on sla.planned_crossing (due_at)`,
  `create table sla.crossing (
     clock_id uuid not null constraint fk_crossing_clock references sla.clock (id),
     target_no integer not null,
     pct integer not null,
     due_at timestamptz not null,
     planned_at timestamptz not null,
     recorded_at timestamptz not null default clock_timestamp(),
     jumped boolean not null default false,
     constraint pk_crossing primary key (clock_id, target_no, pct),
     constraint ck_crossing_never_early check (recorded_at >= due_at)
   )`,
  appendOnly('crossing'),
  `create table sla.sweep_run (
     id smallint constraint pk_sweep_run primary key default 1,
     finished_at timestamptz not null,
     runs bigint not null default 0,
     crossings bigint not null default 0,
     constraint ck_sweep_run_single check (id = 1)
   ) with (fillfactor = 50)`,
  `insert into sla.sweep_run (finished_at) values ('epoch')`,
];
