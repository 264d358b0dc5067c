import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Institutions, people, their grants and groups; sessions, login limits and the link that sets up the first administrator. */
export class IdentityCreateTables1764000001000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema identity`);
    for (const statement of [...organisation, ...people, ...groups, ...signingIn]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'setup_link',
      'login_limit',
      'session',
      'group_member',
      'support_group',
      'role_grant',
      'app_user',
      'org_unit',
      'institution',
    ];
    for (const table of tables) await runner.query(`drop table identity.${table}`);
    await runner.query(`drop schema identity`);
  }
}

const organisation = [
  `create table identity.institution (
     id uuid constraint pk_institution primary key,
     name_lv text collate "lv-x-icu" not null,
     name_en text not null,
     registration_no text constraint uq_institution_registration_no unique,
     ministry text,
     kind text not null,
     cost_code text,
     is_client boolean not null default true,
     active_from date not null,
     active_to date,
     parent_id uuid constraint fk_institution_parent references identity.institution (id),
     constraint ck_institution_kind check (kind in ('ministry', 'agency', 'service', 'office', 'municipality', 'provider', 'other')),
     constraint ck_institution_active check (active_to is null or active_to > active_from),
     constraint ck_institution_parent check (parent_id <> id)
   )`,
  `create index ix_institution_name on identity.institution (name_lv, id)`,
  `create index ix_institution_parent on identity.institution (parent_id)`,
  `create table identity.org_unit (
     id uuid constraint pk_org_unit primary key,
     institution_id uuid not null constraint fk_org_unit_institution references identity.institution (id),
     parent_id uuid constraint fk_org_unit_parent references identity.org_unit (id),
     name_lv text collate "lv-x-icu" not null,
     name_en text not null,
     constraint ck_org_unit_parent check (parent_id <> id)
   )`,
  `create index ix_org_unit_institution on identity.org_unit (institution_id)`,
  `create index ix_org_unit_parent on identity.org_unit (parent_id)`,
];

const people = [
  `create table identity.app_user (
     id uuid constraint pk_app_user primary key,
     login text constraint uq_app_user_login unique,
     name text collate "lv-x-icu" not null,
     search_text text not null,
     email text,
     phone text,
     locale text not null default 'lv',
     institution_id uuid not null constraint fk_app_user_institution references identity.institution (id),
     unit_id uuid constraint fk_app_user_unit references identity.org_unit (id),
     external_subject text constraint uq_app_user_external_subject unique,
     password_hash text,
     password_changed_at timestamptz,
     active boolean not null default true,
     created_at timestamptz not null default now(),
     constraint ck_app_user_login check (login = lower(login) and login <> ''),
     constraint ck_app_user_name check (name <> ''),
     constraint ck_app_user_locale check (locale in ('lv', 'en')),
     constraint ck_app_user_password check (password_hash is null or login is not null)
   )`,
  `create index ix_app_user_institution on identity.app_user (institution_id, name, id)`,
  `create index ix_app_user_name on identity.app_user (name, id)`,
  `create index ix_app_user_unit on identity.app_user (unit_id)`,
  `create table identity.role_grant (
     id uuid constraint pk_role_grant primary key,
     user_id uuid not null constraint fk_role_grant_user references identity.app_user (id),
     role text not null,
     scope text not null default 'all',
     scope_id uuid,
     valid_from timestamptz not null default now(),
     valid_to timestamptz,
     granted_by uuid constraint fk_role_grant_granted_by references identity.app_user (id),
     approved_by uuid constraint fk_role_grant_approved_by references identity.app_user (id),
     without_approver boolean not null default false,
     constraint ck_role_grant_role check (role in ('requester', 'institution_coordinator', 'agent', 'group_lead', 'change_manager',
       'cab_member', 'process_owner', 'manager', 'survey_officer', 'asset_manager', 'auditor', 'administrator')),
     constraint ck_role_grant_scope check (scope in ('all', 'institution', 'group', 'process')),
     constraint ck_role_grant_scope_id check ((scope = 'all') = (scope_id is null)),
     constraint ck_role_grant_validity check (valid_to is null or valid_to > valid_from),
     constraint ck_role_grant_not_self check (granted_by <> user_id and approved_by <> user_id),
     constraint ck_role_grant_two_people check (approved_by <> granted_by)
   )`,
  `create index ix_role_grant_user on identity.role_grant (user_id)`,
  `create index ix_role_grant_role on identity.role_grant (role)`,
  `create index ix_role_grant_granted_by on identity.role_grant (granted_by)`,
  `create index ix_role_grant_approved_by on identity.role_grant (approved_by)`,
];

const groups = [
  `create table identity.support_group (
     id uuid constraint pk_support_group primary key,
     name_lv text collate "lv-x-icu" not null,
     name_en text not null,
     tier integer not null,
     is_user_support boolean not null default false,
     calendar_code text not null,
     lead_id uuid constraint fk_support_group_lead references identity.app_user (id),
     email text,
     active boolean not null default true,
     constraint uq_support_group_name_lv unique (name_lv),
     constraint ck_support_group_tier check (tier between 1 and 3)
   )`,
  `create index ix_support_group_lead on identity.support_group (lead_id)`,
  `create table identity.group_member (
     group_id uuid not null constraint fk_group_member_group references identity.support_group (id),
     user_id uuid not null constraint fk_group_member_user references identity.app_user (id),
     constraint pk_group_member primary key (group_id, user_id)
   )`,
  `create index ix_group_member_user on identity.group_member (user_id)`,
];

const signingIn = [
  `create table identity.session (
     id_hash bytea constraint pk_session primary key,
     user_id uuid not null constraint fk_session_user references identity.app_user (id),
     created_at timestamptz not null default now(),
     last_seen_at timestamptz not null default now(),
     expires_at timestamptz not null
   )`,
  `create index ix_session_user on identity.session (user_id)`,
  `create index ix_session_expires_at on identity.session (expires_at)`,
  `create table identity.login_limit (
     kind text not null,
     key_hash bytea not null,
     attempts integer not null,
     window_ends_at timestamptz not null,
     constraint pk_login_limit primary key (kind, key_hash),
     constraint ck_login_limit_kind check (kind in ('account', 'address')),
     constraint ck_login_limit_attempts check (attempts >= 0)
   )`,
  `create index ix_login_limit_window_ends_at on identity.login_limit (window_ends_at)`,
  `create table identity.setup_link (
     token_hash bytea constraint pk_setup_link primary key,
     created_at timestamptz not null default now(),
     expires_at timestamptz not null,
     used_at timestamptz,
     used_by uuid constraint fk_setup_link_used_by references identity.app_user (id)
   )`,
  `create index ix_setup_link_used_by on identity.setup_link (used_by)`,
];
