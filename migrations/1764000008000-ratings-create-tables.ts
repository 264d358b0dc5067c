import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ratings with their history, and the links in mails that lead to one. */
export class RatingsCreateTables1764000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema ratings`);
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['link', 'rating_entry', 'rating']) await runner.query(`drop table ratings.${table}`);
    await runner.query(`drop schema ratings`);
  }
}

const statements = [
  `create table ratings.rating (
     id uuid constraint pk_rating primary key,
     ticket_id uuid not null constraint fk_rating_ticket references tickets.ticket (id),
     cycle integer not null,
     rater_id uuid not null constraint fk_rating_rater references identity.app_user (id),
     value smallint not null,
     comment text,
     channel text not null,
     rated_at timestamptz not null,
     changed_at timestamptz,
     constraint uq_rating_cycle unique (ticket_id, cycle),
     constraint ck_rating_value check (value between 1 and 3),
     constraint ck_rating_cycle check (cycle > 0),
     constraint ck_rating_channel check (channel in ('portal', 'mail')),
     constraint ck_rating_comment check (comment is null or length(comment) between 1 and 2000)
   )`,
  `create index ix_rating_rater on ratings.rating (rater_id)`,
  `create table ratings.rating_entry (
     id bigint generated always as identity constraint pk_rating_entry primary key,
     rating_id uuid not null constraint fk_rating_entry_rating references ratings.rating (id),
     at timestamptz not null,
     value smallint not null,
     comment text,
     channel text not null,
     constraint ck_rating_entry_value check (value between 1 and 3),
     constraint ck_rating_entry_channel check (channel in ('portal', 'mail'))
   )`,
  `create index ix_rating_entry_rating on ratings.rating_entry (rating_id, id)`,
  `create trigger rating_entry_append_only before update or delete on ratings.rating_entry
     for each row execute function platform.refuse_change()`,
  `create table ratings.link (
     id uuid constraint pk_link primary key,
     ticket_id uuid not null constraint fk_link_ticket references tickets.ticket (id),
     cycle integer not null,
     recipient_id uuid not null constraint fk_link_recipient references identity.app_user (id),
     token_hash text not null constraint uq_link_token unique,
     created_at timestamptz not null,
     expires_at timestamptz not null,
     spent_at timestamptz,
     constraint uq_link_recipient unique (ticket_id, cycle, recipient_id),
     constraint ck_link_cycle check (cycle > 0),
     constraint ck_link_token check (length(token_hash) = 64)
   )`,
  `create index ix_link_recipient on ratings.link (recipient_id, created_at)`,
];
