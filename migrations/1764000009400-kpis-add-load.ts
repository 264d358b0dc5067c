import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create table kpis.load_fact (
     edition integer not null,
     load_id uuid not null,
     ticket_id uuid not null,
     kind text not null,
     at timestamptz not null,
     hour integer not null,
     month date not null,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     constraint pk_load_fact primary key (edition, load_id),
     constraint ck_load_fact_kind check (kind in ('arrived', 'reopened', 'resolved', 'cancelled'))
   )`,
  `create index ix_load_fact_at on kpis.load_fact (edition, kind, at, load_id)`,
  `create index ix_load_fact_ticket on kpis.load_fact (ticket_id)`,
  `create table kpis.load_cell (
     edition integer not null,
     month date not null,
     hour integer not null,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     arrived integer not null default 0,
     reopened integer not null default 0,
     resolved integer not null default 0,
     cancelled integer not null default 0,
     constraint pk_load_cell primary key (edition, month, hour, institution_id, service_id, group_id)
   )`,
  // Tickets that are there already are folded anew by the next recount, which takes them for behind, not for wrong.
  `update kpis.ticket set events = -1`,
];

const DOWN = [`drop table kpis.load_cell`, `drop table kpis.load_fact`];

/** What comes in and goes out, by the hour. */
export class KpisAddLoad1764000009400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
