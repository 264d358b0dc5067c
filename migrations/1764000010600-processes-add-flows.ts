import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create table processes.trace (
     ticket_id uuid not null,
     lifecycle text not null,
     lifecycle_version integer not null,
     kind text not null,
     institution_id uuid,
     service_id uuid,
     group_id uuid,
     closed_at timestamptz not null,
     activities text[] not null,
     stays double precision[] not null,
     working double precision[] not null,
     ping_pong boolean not null,
     steps integer not null,
     allowed integer not null,
     deviations jsonb not null,
     marks text[] not null,
     imported boolean not null,
     test boolean not null,
     constraint trace_pk primary key (ticket_id),
     constraint trace_stays_between check (cardinality(stays) = cardinality(activities) - 1 and cardinality(working) = cardinality(stays)),
     constraint trace_allowed check (allowed between 0 and steps)
   )`,
  `create index trace_by_closing on processes.trace (lifecycle, closed_at, ticket_id)`,
  // What a case came through: the rows behind each figure of a flow.
  `create index trace_by_mark on processes.trace using gin (marks)`,
  `create table processes.event_log (
     id uuid not null,
     name text not null,
     file_name text not null,
     file_sha256 text not null,
     bytes integer not null,
     format text not null,
     head jsonb not null,
     columns jsonb,
     state text not null default 'uploaded',
     fault jsonb,
     cases integer,
     events integer,
     first_at timestamptz,
     last_at timestamptz,
     content bytea,
     added_by_id uuid not null,
     added_at timestamptz not null,
     constraint event_log_pk primary key (id),
     constraint event_log_added_by_fk foreign key (added_by_id) references identity.app_user (id),
     constraint event_log_format_known check (format in ('csv', 'xes')),
     constraint event_log_state_known check (state in ('uploaded', 'reading', 'ready', 'refused')),
     constraint event_log_content_until_read check ((state = 'ready') = (content is null)),
     constraint event_log_fault_where_refused check ((state = 'refused') = (fault is not null))
   )`,
  `create index event_log_latest on processes.event_log (added_at, id)`,
  `create table processes.event_log_case (
     log_id uuid not null,
     position integer not null,
     case_id text not null,
     ended_at timestamptz not null,
     activities text[] not null,
     stays double precision[] not null,
     working double precision[] not null,
     ping_pong boolean not null,
     constraint event_log_case_pk primary key (log_id, position),
     constraint event_log_case_log_fk foreign key (log_id) references processes.event_log (id) on delete cascade,
     constraint event_log_case_stays_between check (cardinality(stays) = cardinality(activities) - 1 and cardinality(working) = cardinality(stays))
   )`,
  `create index event_log_case_by_end on processes.event_log_case (log_id, ended_at, position)`,
  `create table processes.run (
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
     constraint ck_run_kind check (kind in ('traces', 'flow', 'event_log')),
     constraint ck_run_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
     constraint ck_run_finished check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
   )`,
  `create unique index uq_run_active on processes.run (kind, subject) where state in ('waiting', 'running')`,
  `create index ix_run_latest on processes.run (kind, created_at)`,
  `create table processes.flow_part (
     run_id uuid not null,
     position integer not null,
     tally jsonb not null,
     constraint flow_part_pk primary key (run_id, position),
     constraint flow_part_run_fk foreign key (run_id) references processes.run (id) on delete cascade
   )`,
];

const TABLES = ['flow_part', 'run', 'event_log_case', 'event_log', 'trace'];

/** Closed cases as traces, event logs that were taken in, and the long work over both. */
export class ProcessesAddFlows1764000010600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop table processes.${table}`);
  }
}
