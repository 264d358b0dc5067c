import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Definitions and targets of the indicators, the facts of tickets, the cells that sum them, and what was frozen of them. */
export class KpisCreateTables1764000009000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema kpis`);
    for (const statement of [...definitions, ...facts, ...cells]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = [
      'resolution_cell',
      'rating_cell',
      'clock_cell',
      'resolution_fact',
      'rating_fact',
      'clock_fact',
      'ticket',
      'measurement',
      'edition',
      'target',
      'definition',
    ];
    for (const table of tables) await runner.query(`drop table kpis.${table}`);
    await runner.query(`drop schema kpis`);
  }
}

const definitions = [
  `create table kpis.definition (
     code text not null,
     version integer not null,
     name_lv text not null,
     name_en text not null,
     formula text not null,
     valid_from date not null,
     constraint pk_definition primary key (code, version),
     constraint ck_definition_version check (version > 0)
   )`,
  `create table kpis.target (
     code text not null,
     year integer not null,
     value numeric(6, 2) not null,
     source text not null,
     constraint pk_target primary key (code, year),
     constraint ck_target_value check (value between 0 and 100)
   )`,
  `create table kpis.edition (
     id integer generated always as identity constraint pk_edition primary key,
     code text not null,
     month date not null,
     number integer not null,
     definition_version integer not null,
     known_until timestamptz not null,
     frozen_at timestamptz not null,
     input_hash text not null,
     replaces_id integer constraint fk_edition_replaces references kpis.edition (id),
     reason text,
     actor_id uuid,
     constraint uq_edition_number unique (code, month, number),
     constraint fk_edition_definition foreign key (code, definition_version) references kpis.definition (code, version),
     constraint ck_edition_restatement check ((number = 1) = (replaces_id is null) and (number = 1 or reason is not null)),
     constraint ck_edition_month check (extract(day from month) = 1)
   )`,
  `create table kpis.measurement (
     edition_id integer not null constraint fk_measurement_edition references kpis.edition (id),
     dimension text not null,
     key text not null,
     numerator integer not null,
     denominator integer not null,
     low double precision,
     high double precision,
     constraint pk_measurement primary key (edition_id, dimension, key),
     constraint ck_measurement_counts check (numerator between 0 and denominator)
   )`,
  `create trigger edition_append_only before update or delete on kpis.edition for each row execute function platform.refuse_change()`,
  `create trigger measurement_append_only before update or delete on kpis.measurement for each row execute function platform.refuse_change()`,
];

const facts = [
  `create table kpis.ticket (
     ticket_id uuid constraint pk_kpi_ticket primary key,
     first_known_at timestamptz,
     last_known_at timestamptz,
     last_event_id bigint not null default 0,
     events integer not null default 0
   )`,
  `create index ix_kpi_ticket_known on kpis.ticket (last_known_at, first_known_at)`,
  `create table kpis.clock_fact (
     edition integer not null,
     clock_id uuid not null,
     ticket_id uuid not null,
     kind text not null,
     cycle integer not null,
     state text not null,
     outcome text,
     outcome_at timestamptz,
     month date,
     exclusion text,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     priority integer not null,
     pauses jsonb not null,
     constraint pk_clock_fact primary key (edition, clock_id),
     constraint ck_clock_fact_kind check (kind in ('response', 'resolution')),
     constraint ck_clock_fact_state check (state in ('running', 'paused', 'stopped', 'cancelled')),
     constraint ck_clock_fact_outcome check (outcome in ('met', 'breached') and outcome_at is not null or outcome is null and outcome_at is null),
     constraint ck_clock_fact_exclusion check (exclusion in ('cancelled', 'test'))
   )`,
  `create index ix_clock_fact_month on kpis.clock_fact (edition, month)`,
  `create index ix_clock_fact_ticket on kpis.clock_fact (ticket_id)`,
  `create index ix_clock_fact_paused on kpis.clock_fact (edition) where pauses <> '[]'::jsonb`,
  `create table kpis.rating_fact (
     edition integer not null,
     ticket_id uuid not null,
     rating_id uuid not null,
     rater_id uuid not null,
     value integer not null,
     rated_at timestamptz not null,
     month date not null,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     constraint pk_rating_fact primary key (edition, ticket_id),
     constraint ck_rating_fact_value check (value between 1 and 3)
   )`,
  `create index ix_rating_fact_month on kpis.rating_fact (edition, month)`,
  `create table kpis.resolution_fact (
     edition integer not null,
     ticket_id uuid not null,
     resolved_at timestamptz not null,
     month date not null,
     rated boolean not null,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     constraint pk_resolution_fact primary key (edition, ticket_id)
   )`,
  `create index ix_resolution_fact_month on kpis.resolution_fact (edition, month)`,
];

const cells = [
  `create table kpis.clock_cell (
     edition integer not null,
     month date not null,
     kind text not null,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     priority integer not null,
     met integer not null default 0,
     breached integer not null default 0,
     open_breached integer not null default 0,
     excluded integer not null default 0,
     constraint pk_clock_cell primary key (edition, month, kind, institution_id, service_id, group_id, priority)
   )`,
  `create table kpis.rating_cell (
     edition integer not null,
     month date not null,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     rater_id uuid not null,
     ratings integer not null default 0,
     satisfied integer not null default 0,
     good integer not null default 0,
     constraint pk_rating_cell primary key (edition, month, institution_id, service_id, group_id, rater_id)
   )`,
  `create table kpis.resolution_cell (
     edition integer not null,
     month date not null,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     resolved integer not null default 0,
     rated integer not null default 0,
     constraint pk_resolution_cell primary key (edition, month, institution_id, service_id, group_id)
   )`,
];
