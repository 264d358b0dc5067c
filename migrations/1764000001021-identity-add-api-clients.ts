import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs of institutions that ask the API by a token of their own; each stands behind a person's row that cannot sign in. */
export class IdentityAddApiClients1764000001021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table identity.api_client (
      user_id uuid not null, scopes text[] not null, read_only boolean not null, per_minute integer not null,
      created_by uuid not null, created_at timestamptz not null default now(),
      token_hash bytea, token_prefix text, token_issued_at timestamptz, expires_at timestamptz,
      last_used_at timestamptz, revoked_at timestamptz, revoked_by uuid,
      constraint pk_api_client primary key (user_id),
      constraint uq_api_client_token unique (token_hash),
      constraint fk_api_client_user foreign key (user_id) references identity.app_user (id),
      constraint fk_api_client_created_by foreign key (created_by) references identity.app_user (id),
      constraint fk_api_client_revoked_by foreign key (revoked_by) references identity.app_user (id),
      constraint ck_api_client_scopes check (cardinality(scopes) > 0),
      constraint ck_api_client_per_minute check (per_minute between 1 and 6000),
      constraint ck_api_client_token check ((token_hash is null) = (expires_at is null)),
      constraint ck_api_client_expiry check (expires_at <= token_issued_at + interval '366 days'))`);
    await runner.query(`create index ix_api_client_created_by on identity.api_client (created_by)`);
    await runner.query(`create index ix_api_client_revoked_by on identity.api_client (revoked_by)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table identity.api_client`);
  }
}
