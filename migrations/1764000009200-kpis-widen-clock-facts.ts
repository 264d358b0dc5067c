import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = ['response', 'resolution', 'ola', 'supplier', 'statutory_warning', 'statutory_notification', 'statutory_final'];
const list = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/**
 * Facts of clocks learn the first promise, where the time went, and all kinds of clock; cells tell cancelled, merged and test
 * apart; editions say why they replace another. Living facts are folded anew: their tickets are marked as behind.
 */
export class KpisWidenClockFacts1764000009200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...facts, ...cells, ...editions]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of back) await runner.query(statement);
  }
}

const facts = [
  `alter table kpis.clock_fact
     add column agreed_outcome text,
     add column agreed_at timestamptz,
     add column agreed_month date,
     add column amended boolean not null default false,
     add column started_at timestamptz,
     add column stopped_at timestamptz,
     add column worked_seconds integer,
     add column waited_seconds integer,
     add column relaxations jsonb not null default '[]',
     add column stays jsonb not null default '[]',
     add column mark text,
     add column voids integer not null default 0,
     drop constraint ck_clock_fact_kind,
     drop constraint ck_clock_fact_exclusion,
     add constraint ck_clock_fact_kind check (kind in (${list(KINDS)})),
     add constraint ck_clock_fact_exclusion check (exclusion in ('cancelled', 'merged', 'test')),
     add constraint ck_clock_fact_agreed check (agreed_outcome in ('met', 'breached', 'pending')),
     add constraint ck_clock_fact_mark check (mark in ('reopened_after_freeze', 'continued'))`,
  // What was frozen without the first promise is shown as it was: the promise in force stands for it.
  `update kpis.clock_fact set agreed_outcome = outcome, agreed_at = outcome_at, agreed_month = month where outcome is not null and exclusion is null`,
  `create index ix_clock_fact_agreed on kpis.clock_fact (edition, agreed_month)`,
  `update kpis.ticket set events = -1`,
];

const KEY = ['edition', 'month', 'kind', 'institution_id', 'service_id', 'group_id', 'priority'];

const cells = [
  `alter table kpis.clock_cell rename column excluded to cancelled`,
  `alter table kpis.clock_cell add column merged integer not null default 0, add column tests integer not null default 0`,
  `update kpis.clock_cell c set tests = f.tests, cancelled = c.cancelled - f.tests
   from (select ${KEY.join(', ')}, count(*)::int as tests from kpis.clock_fact where exclusion = 'test' and month is not null group by ${KEY.join(', ')}) f
   where ${KEY.map((name) => `f.${name} = c.${name}`).join(' and ')}`,
];

const editions = [
  `alter table kpis.edition
     add column cause text not null default 'correction',
     add column ticket_id uuid,
     add constraint ck_edition_cause check (cause in ('freeze', 'correction', 'import', 'void'))`,
];

const back = [
  `alter table kpis.edition drop constraint ck_edition_cause, drop column ticket_id, drop column cause`,
  `update kpis.clock_cell set cancelled = cancelled + merged + tests where merged + tests > 0`,
  `alter table kpis.clock_cell drop column merged, drop column tests`,
  `alter table kpis.clock_cell rename column cancelled to excluded`,
  `delete from kpis.clock_cell where kind not in ('response', 'resolution')`,
  `delete from kpis.clock_fact where kind not in ('response', 'resolution')`,
  `update kpis.clock_fact set exclusion = 'cancelled' where exclusion = 'merged'`,
  `drop index kpis.ix_clock_fact_agreed`,
  `alter table kpis.clock_fact
     drop constraint ck_clock_fact_mark,
     drop constraint ck_clock_fact_agreed,
     drop constraint ck_clock_fact_exclusion,
     drop constraint ck_clock_fact_kind,
     add constraint ck_clock_fact_kind check (kind in ('response', 'resolution')),
     add constraint ck_clock_fact_exclusion check (exclusion in ('cancelled', 'test')),
     drop column voids,
     drop column mark,
     drop column stays,
     drop column relaxations,
     drop column waited_seconds,
     drop column worked_seconds,
     drop column stopped_at,
     drop column started_at,
     drop column amended,
     drop column agreed_month,
     drop column agreed_at,
     drop column agreed_outcome`,
  `update kpis.ticket set events = -1`,
];
