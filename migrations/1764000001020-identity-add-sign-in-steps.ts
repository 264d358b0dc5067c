import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'account', 'address'`;

/**
 * Sessions are told apart by their owner (device, address) and may wait for a second step; passwords are set anew by a link in a mail; a
 * second factor stands beside the password.
 */
export class IdentityAddSignInSteps1764000001020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table identity.session
      add column id uuid not null default gen_random_uuid(), add column address text, add column user_agent text, add column awaits text,
      add constraint uq_session_id unique (id),
      add constraint ck_session_awaits check (awaits in ('code', 'enrolment'))`);
    await runner.query(`alter table identity.session alter column id drop default`);
    await this.limitKinds(runner, `${KINDS}, 'code', 'reset', 'reset_address', 'client'`);
    await runner.query(`create table identity.reset_request (
      id uuid not null, asked text not null, created_at timestamptz not null default now(),
      constraint pk_reset_request primary key (id))`);
    await runner.query(`create table identity.reset_link (
      token_hash bytea not null, user_id uuid not null, created_at timestamptz not null default now(), expires_at timestamptz not null,
      used_at timestamptz,
      constraint pk_reset_link primary key (token_hash),
      constraint fk_reset_link_user foreign key (user_id) references identity.app_user (id))`);
    await runner.query(`create index ix_reset_link_user on identity.reset_link (user_id)`);
    await runner.query(`create index ix_app_user_email on identity.app_user (lower(email))`);
    await this.addFactors(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table identity.setting`);
    await runner.query(`drop table identity.recovery_code`);
    await runner.query(`drop table identity.second_factor`);
    await runner.query(`drop index identity.ix_app_user_email`);
    await runner.query(`drop table identity.reset_link`);
    await runner.query(`drop table identity.reset_request`);
    await runner.query(`delete from identity.login_limit where kind not in (${KINDS})`);
    await this.limitKinds(runner, KINDS);
    await runner.query(`delete from identity.session where awaits is not null`);
    await runner.query(`alter table identity.session drop column awaits, drop column user_agent, drop column address, drop column id`);
  }

  private async addFactors(runner: QueryRunner): Promise<void> {
    await runner.query(`create table identity.second_factor (
      user_id uuid not null, sealed_secret bytea not null, created_at timestamptz not null default now(), confirmed_at timestamptz,
      last_step bigint,
      constraint pk_second_factor primary key (user_id),
      constraint fk_second_factor_user foreign key (user_id) references identity.app_user (id))`);
    await runner.query(`create table identity.recovery_code (
      user_id uuid not null, code_hash bytea not null, used_at timestamptz,
      constraint pk_recovery_code primary key (user_id, code_hash),
      constraint fk_recovery_code_user foreign key (user_id) references identity.app_user (id))`);
    await runner.query(`create table identity.setting (
      key text not null, value jsonb not null, updated_at timestamptz not null default now(), updated_by uuid,
      constraint pk_setting primary key (key),
      constraint fk_setting_updated_by foreign key (updated_by) references identity.app_user (id),
      constraint ck_setting_key check (key in ('second-factor-for-staff')))`);
    await runner.query(`create index ix_setting_updated_by on identity.setting (updated_by)`);
  }

  private async limitKinds(runner: QueryRunner, kinds: string): Promise<void> {
    await runner.query(`alter table identity.login_limit drop constraint ck_login_limit_kind,
      add constraint ck_login_limit_kind check (kind in (${kinds}))`);
  }
}
