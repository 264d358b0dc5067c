import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlatformCreateTables1764000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create extension if not exists btree_gist`);
    await runner.query(`create extension if not exists pg_trgm`);
    await runner.query(`create schema if not exists platform`);
    await runner.query(`
      create table platform.event_log (
        id bigserial constraint event_log_pkey primary key,
        at timestamptz not null,
        recorded_at timestamptz not null default clock_timestamp(),
        type text not null,
        version integer not null,
        subject_type text not null,
        subject_id uuid not null,
        actor_id uuid,
        payload jsonb not null,
        imported boolean not null default false
      )`);
    await runner.query(`create index event_log_subject_idx on platform.event_log (subject_type, subject_id, id)`);
    await runner.query(`create index event_log_type_idx on platform.event_log (type, id)`);
    await runner.query(`
      create function platform.refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception '% of % is refused: the table is append-only', tg_op, tg_table_name using errcode = 'restrict_violation';
      end $$`);
    await runner.query(
      `create trigger event_log_append_only before update or delete on platform.event_log for each row execute function platform.refuse_change()`,
    );
    await runner.query(`
      create table platform.pending_reaction (
        event_id bigint not null constraint pending_reaction_event_fk references platform.event_log (id),
        reaction text not null,
        relayed_at timestamptz,
        relays integer not null default 0,
        failures integer not null default 0,
        last_error text,
        constraint pending_reaction_pkey primary key (event_id, reaction)
      )`);
    await runner.query(`
      create table platform.idempotency_key (
        actor_id uuid not null,
        key text not null,
        route text not null,
        request_hash text not null,
        result jsonb,
        created_at timestamptz not null default now(),
        constraint idempotency_key_pkey primary key (actor_id, key)
      )`);
    await runner.query(`create index idempotency_key_created_idx on platform.idempotency_key (created_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema platform cascade`);
  }
}
