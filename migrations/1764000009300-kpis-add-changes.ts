import type { MigrationInterface, QueryRunner } from 'typeorm';
import { kpiDefinitions } from './seeds/reference/kpi-definitions.js';

const CODES = `('KPI-10', 'KPI-11', 'CHG-LEAD', 'CHG-CONFLICT', 'CHG-INCIDENT')`;

const UP = [
  `create table kpis.change_fact (
     edition integer not null,
     ticket_id uuid not null,
     kind text not null,
     outcome text not null,
     ended_at timestamptz not null,
     month date not null,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     successful boolean not null,
     incidents integer not null,
     conflict boolean not null,
     lead_seconds integer not null,
     constraint pk_change_fact primary key (edition, ticket_id)
   )`,
  `create index ix_change_fact_month on kpis.change_fact (edition, month)`,
  `create index ix_change_fact_ticket on kpis.change_fact (ticket_id)`,
  `create table kpis.change_cell (
     edition integer not null,
     month date not null,
     kind text not null,
     institution_id uuid not null,
     service_id uuid not null,
     group_id uuid not null,
     implemented integer not null default 0,
     successful integer not null default 0,
     emergency integer not null default 0,
     standard integer not null default 0,
     conflicts integer not null default 0,
     causing integer not null default 0,
     incidents integer not null default 0,
     constraint pk_change_cell primary key (edition, month, kind, institution_id, service_id, group_id)
   )`,
  // Which incidents were linked to a change is asked of the log by the change.
  `create index event_log_linked_idx on platform.event_log ((payload ->> 'targetId')) where type = 'tickets.linked'`,
];

const DOWN = [
  `drop index platform.event_log_linked_idx`,
  `alter table kpis.measurement disable trigger measurement_append_only`,
  `alter table kpis.edition disable trigger edition_append_only`,
  `delete from kpis.measurement where edition_id in (select id from kpis.edition where code in ${CODES})`,
  `delete from kpis.edition where code in ${CODES}`,
  `alter table kpis.edition enable trigger edition_append_only`,
  `alter table kpis.measurement enable trigger measurement_append_only`,
  `delete from kpis.definition where code in ${CODES}`,
  `drop table kpis.change_cell`,
  `drop table kpis.change_fact`,
];

/** KPI-10, KPI-11 and what stands beside them: success, urgency, lead time, conflicts and consequences of changes. */
export class KpisAddChanges1764000009300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    for (const { code, version, nameLv, nameEn, formula, validFrom } of kpiDefinitions) {
      await runner.query(
        `insert into kpis.definition (code, version, name_lv, name_en, formula, valid_from) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
        [code, version, nameLv, nameEn, formula, validFrom],
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
