import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create schema search`,
  // Byte order, so that the beginnings of words are found by the unique index.
  `create table search.term (
     id integer generated always as identity,
     term text collate "C" not null,
     sample text,
     constraint term_pk primary key (id),
     constraint term_term_key unique (term)
   )`,
  `create index term_slips on search.term using gin (term gin_trgm_ops) where term not like ':%'`,
  `create table search.document (
     ticket_id uuid not null,
     submitted_at timestamptz not null,
     keys bigint[] not null,
     title_terms integer[] not null,
     internal_terms integer[] not null,
     indexed_at timestamptz not null,
     constraint document_pk primary key (ticket_id),
     constraint document_ticket_fk foreign key (ticket_id) references tickets.ticket (id)
   )`,
  // No pending list: whoever searches would read it from end to end.
  `create index document_keys on search.document using gin (keys) with (fastupdate = off)`,
  `create table search.saved_search (
     id uuid not null,
     owner_id uuid not null,
     name text not null,
     query jsonb not null,
     created_at timestamptz not null,
     constraint saved_search_pk primary key (id),
     constraint saved_search_name_key unique (owner_id, name),
     constraint saved_search_owner_fk foreign key (owner_id) references identity.app_user (id)
   )`,
  `create table search.run (
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
     constraint ck_run_kind check (kind in ('rebuild')),
     constraint ck_run_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
     constraint ck_run_finished check ((state in ('done', 'failed', 'cancelled')) = (finished_at is not null))
   )`,
  `create unique index uq_run_active on search.run (kind, subject) where state in ('waiting', 'running')`,
  `create index ix_run_latest on search.run (kind, created_at)`,
];

/** Words of tickets, what they are found by, and searches that people keep. */
export class SearchCreateTables1764000010450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema search cascade');
  }
}
