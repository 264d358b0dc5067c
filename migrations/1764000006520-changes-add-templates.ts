import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create table changes.change_template (
     id uuid not null,
     state text not null default 'draft',
     active_version integer,
     created_at timestamptz not null,
     suspended_at timestamptz,
     suspension_cause text,
     suspension_note text,
     suspension_failures integer,
     suspension_of integer,
     retired_at timestamptz,
     retirement_reason text,
     revision integer not null default 1,
     constraint change_template_pk primary key (id),
     constraint change_template_state check (state in ('draft', 'active', 'suspended', 'retired')),
     constraint change_template_in_force check (state = 'draft' or state = 'retired' or active_version is not null),
     constraint change_template_suspension_cause check (suspension_cause in ('failures', 'decision')),
     constraint change_template_suspended check ((state = 'suspended') <= (suspended_at is not null and suspension_cause is not null)),
     constraint change_template_retired check ((state = 'retired') = (retired_at is not null))
   )`,
  `create table changes.change_template_version (
     template_id uuid not null,
     version integer not null,
     name_lv text not null,
     name_en text not null,
     description text,
     steps jsonb not null default '[]',
     test_plan text,
     rollback_plan text,
     rollback_not_needed text,
     rollback_minutes integer,
     max_risk smallint not null,
     service_id uuid,
     group_id uuid,
     minutes integer not null,
     outage_minutes integer not null default 0,
     failure_limit smallint not null,
     author_ids uuid[] not null,
     saved_at timestamptz not null,
     order_number text,
     order_date date,
     approved_by_id uuid,
     approved_at timestamptz,
     constraint change_template_version_pk primary key (template_id, version),
     constraint change_template_version_template_fk foreign key (template_id) references changes.change_template (id),
     constraint change_template_version_service_fk foreign key (service_id) references catalogue.service (id),
     constraint change_template_version_group_fk foreign key (group_id) references identity.support_group (id),
     constraint change_template_version_approver_fk foreign key (approved_by_id) references identity.app_user (id),
     constraint change_template_version_max_risk check (max_risk in (2, 4)),
     constraint change_template_version_minutes check (minutes between 5 and 10080 and outage_minutes between 0 and minutes),
     constraint change_template_version_failure_limit check (failure_limit between 1 and 10),
     constraint change_template_version_rollback check (rollback_plan is null or rollback_not_needed is null),
     constraint change_template_version_order check (
       (order_number is null) = (approved_at is null) and (order_date is null) = (approved_at is null)
       and (approved_by_id is null) = (approved_at is null)),
     constraint change_template_version_second_person check (approved_by_id <> all (author_ids))
   )`,
  `alter table changes.change add constraint change_template_fk foreign key (template_id) references changes.change_template (id)`,
  `create index change_finished_of_template on changes.change (template_id, actual_to desc) where outcome is not null`,
];

const DOWN = [
  'drop index changes.change_finished_of_template',
  'alter table changes.change drop constraint change_template_fk',
  'drop table changes.change_template_version',
  'drop table changes.change_template',
];

/** Templates of standard changes, in versions that an order puts in force (DOMAIN 2.2, "ChangeTemplate"). */
export class ChangesAddTemplates1764000006520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
