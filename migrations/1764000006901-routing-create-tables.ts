import type { MigrationInterface, QueryRunner } from 'typeorm';

const RULES = [
  `create schema routing`,
  `create table routing.rule_set (
     id smallint not null,
     version integer not null,
     constraint rule_set_pk primary key (id),
     constraint rule_set_is_one check (id = 1)
   )`,
  `insert into routing.rule_set (id, version) values (1, 1)`,
  `create table routing.rule (
     id uuid not null,
     position integer not null,
     title text not null,
     active boolean not null,
     service_ids uuid[] not null,
     without_service boolean not null,
     institution_ids uuid[] not null,
     sources text[] not null,
     words_any text[] not null,
     words_all text[] not null,
     words_none text[] not null,
     words_in text not null,
     hours text,
     group_id uuid,
     impact smallint,
     urgency smallint,
     answer_id uuid,
     watcher_ids uuid[] not null,
     version integer not null default 1,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     updated_by_id uuid not null,
     removed_at timestamptz,
     constraint routing_rule_pk primary key (id),
     constraint routing_rule_group_fk foreign key (group_id) references identity.support_group (id),
     constraint routing_rule_updated_by_fk foreign key (updated_by_id) references identity.app_user (id),
     constraint routing_rule_words_in_known check (words_in in ('title', 'anywhere')),
     constraint routing_rule_hours_known check (hours in ('inside', 'outside')),
     constraint routing_rule_levels check (impact between 1 and 3 and urgency between 1 and 3),
     constraint routing_rule_priority_whole check ((impact is null) = (urgency is null))
   )`,
  `create index routing_rule_in_order on routing.rule (position, id) where removed_at is null`,
  `create table routing.rule_version (
     rule_id uuid not null,
     version integer not null,
     terms jsonb not null,
     at timestamptz not null,
     by_id uuid not null,
     constraint rule_version_pk primary key (rule_id, version),
     constraint rule_version_rule_fk foreign key (rule_id) references routing.rule (id),
     constraint rule_version_by_fk foreign key (by_id) references identity.app_user (id)
   )`,
];

const APPLIED = [
  `create table routing.applied (
     ticket_id uuid not null,
     rule_id uuid not null,
     rule_version integer not null,
     group_taken boolean not null,
     priority_taken boolean not null,
     comment_id uuid,
     at timestamptz not null,
     constraint applied_pk primary key (ticket_id),
     constraint applied_ticket_fk foreign key (ticket_id) references tickets.ticket (id),
     constraint applied_rule_version_fk foreign key (rule_id, rule_version) references routing.rule_version (rule_id, version)
   )`,
  `create index applied_by_rule on routing.applied (rule_id, at)`,
  `create table routing.run (
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
     constraint ck_run_kind check (kind in ('trial')),
     constraint ck_run_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
     constraint ck_run_finished check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
   )`,
  `create unique index uq_run_active on routing.run (kind, subject) where state in ('waiting', 'running')`,
  `create index ix_run_latest on routing.run (kind, created_at)`,
];

/** Rules of where new incidents go, their versions, which ticket went by which, and tries on the past. */
export class RoutingCreateTables1764000006901 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...RULES, ...APPLIED]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema routing cascade');
  }
}
