import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Institutions, units, groups and people are kept by screens and by files: versions, ids of elsewhere, days of leaving, requests of roles that a second person approves. */
export class IdentityAddAdministration1764000001030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, ...requests]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table identity.grant_request`);
    await runner.query(`alter table identity.role_grant drop column reason, drop column ended_by, drop column ended_reason`);
    await runner.query(`alter table identity.support_group drop column version`);
    await runner.query(`alter table identity.app_user drop column version, drop column external_id, drop column leaves_on`);
    await runner.query(`alter table identity.org_unit drop column version, drop column external_id, drop column active`);
    await runner.query(`alter table identity.institution drop column version, drop column external_id`);
  }
}

const columns = [
  `alter table identity.institution
     add column version integer not null default 1,
     add column external_id text constraint uq_institution_external_id unique`,
  `alter table identity.org_unit
     add column version integer not null default 1,
     add column external_id text constraint uq_org_unit_external_id unique,
     add column active boolean not null default true`,
  `alter table identity.app_user
     add column version integer not null default 1,
     add column external_id text constraint uq_app_user_external_id unique,
     add column leaves_on date`,
  `create index ix_app_user_leaves_on on identity.app_user (leaves_on) where active and leaves_on is not null`,
  `alter table identity.support_group add column version integer not null default 1`,
  `alter table identity.role_grant
     add column reason text,
     add column ended_by uuid constraint fk_role_grant_ended_by references identity.app_user (id),
     add column ended_reason text`,
  `create index ix_role_grant_ended_by on identity.role_grant (ended_by)`,
];

const requests = [
  `create table identity.grant_request (
     id uuid constraint pk_grant_request primary key,
     user_id uuid not null constraint fk_grant_request_user references identity.app_user (id),
     role text not null,
     scope text not null,
     scope_id uuid,
     valid_to timestamptz,
     reason text not null,
     requested_by uuid not null constraint fk_grant_request_requested_by references identity.app_user (id),
     requested_at timestamptz not null,
     state text not null default 'pending',
     decided_by uuid constraint fk_grant_request_decided_by references identity.app_user (id),
     decided_at timestamptz,
     decision_reason text,
     grant_id uuid constraint fk_grant_request_grant references identity.role_grant (id),
     constraint ck_grant_request_scope check ((scope = 'all') = (scope_id is null)),
     constraint ck_grant_request_state check (state in ('pending', 'approved', 'refused', 'withdrawn')),
     constraint ck_grant_request_decided check ((state = 'pending') = (decided_at is null)),
     constraint ck_grant_request_granted check ((state = 'approved') = (grant_id is not null)),
     constraint ck_grant_request_two_people check (state = 'withdrawn' or decided_by <> requested_by),
     constraint ck_grant_request_not_self check (requested_by <> user_id and decided_by <> user_id)
   )`,
  `create index ix_grant_request_user on identity.grant_request (user_id)`,
  `create index ix_grant_request_requested_by on identity.grant_request (requested_by)`,
  `create index ix_grant_request_decided_by on identity.grant_request (decided_by)`,
  `create index ix_grant_request_grant on identity.grant_request (grant_id)`,
  `create index ix_grant_request_latest on identity.grant_request (state, requested_at)`,
];
