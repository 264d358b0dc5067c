import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'account', 'address', 'code', 'reset', 'reset_address', 'client'`;

/**
 * People sign in by providers of OpenID Connect: who they are there, the attempts under way, and which roles follow from what a provider
 * says. Nobody asks for such a role, so a request may come from a source instead of a person.
 */
export class IdentityAddOutsideSignIn1764000001050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table identity.outside_identity (
      issuer text not null, subject text not null, user_id uuid not null, provider text not null, linked_by text not null,
      created_at timestamptz not null, last_used_at timestamptz not null,
      constraint pk_outside_identity primary key (issuer, subject),
      constraint fk_outside_identity_user foreign key (user_id) references identity.app_user (id),
      constraint ck_outside_identity_linked_by check (linked_by in ('external-id', 'mail', 'added')))`);
    await runner.query(`create index ix_outside_identity_user on identity.outside_identity (user_id)`);
    await runner.query(`create table identity.oidc_attempt (
      secret_hash bytea not null, provider text not null, next text, created_at timestamptz not null,
      constraint pk_oidc_attempt primary key (secret_hash))`);
    await runner.query(`create index ix_oidc_attempt_created_at on identity.oidc_attempt (created_at)`);
    await runner.query(`alter table identity.session add column provider text`);
    await runner.query(`alter table identity.role_grant add column source text`);
    await runner.query(`alter table identity.grant_request add column source text, alter column requested_by drop not null,
      add constraint ck_grant_request_asked check (requested_by is not null or source is not null)`);
    await this.limitKinds(runner, `${KINDS}, 'outside'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from identity.login_limit where kind = 'outside'`);
    await this.limitKinds(runner, KINDS);
    await runner.query(`delete from identity.grant_request where requested_by is null`);
    await runner.query(`alter table identity.grant_request drop column source, alter column requested_by set not null`);
    await runner.query(`alter table identity.role_grant drop column source`);
    await runner.query(`alter table identity.session drop column provider`);
    await runner.query(`drop table identity.oidc_attempt`);
    await runner.query(`drop table identity.outside_identity`);
  }

  private async limitKinds(runner: QueryRunner, kinds: string): Promise<void> {
    await runner.query(`alter table identity.login_limit drop constraint ck_login_limit_kind,
      add constraint ck_login_limit_kind check (kind in (${kinds}))`);
  }
}
