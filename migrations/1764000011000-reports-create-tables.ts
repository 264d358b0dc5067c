import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface ReadyReport {
  readonly code: string;
  readonly nameLv: string;
  readonly nameEn: string;
  readonly purposeLv: string;
  readonly purposeEn: string;
  readonly audience: string;
  readonly cadence: string;
}

const UP = [
  `create schema reports`,
  `create table reports.report (
     id uuid not null,
     code text not null,
     source text not null,
     name_lv text not null,
     name_en text not null,
     purpose_lv text not null,
     purpose_en text not null,
     owner_id uuid,
     audience text not null,
     cadence text not null default 'none',
     bi boolean not null default false,
     location text,
     views text[] not null default '{}',
     published boolean not null default false,
     position integer not null,
     revision integer not null default 1,
     constraint report_pk primary key (id),
     constraint report_code_once unique (code),
     constraint report_owner_fk foreign key (owner_id) references identity.app_user (id),
     constraint report_source_known check (source in ('desk', 'bi')),
     constraint report_audience_known check (audience in ('internal', 'external')),
     constraint report_cadence_known check (cadence in ('none', 'weekly', 'monthly', 'yearly')),
     constraint report_published_owned check (not published or owner_id is not null),
     constraint report_bi_whole check (not bi or location is not null and cardinality(views) > 0)
   )`,
  `create table reports.publication (
     report_id uuid not null,
     at timestamptz not null,
     published boolean not null,
     bi boolean not null,
     actor_id uuid not null,
     constraint publication_pk primary key (report_id, at),
     constraint publication_report_fk foreign key (report_id) references reports.report (id),
     constraint publication_actor_fk foreign key (actor_id) references identity.app_user (id)
   )`,
  `create trigger publication_append_only before update or delete on reports.publication for each row execute function platform.refuse_change()`,
  `create table reports.run (
     id uuid not null,
     report_id uuid not null,
     period text not null,
     scope text not null,
     locale text not null,
     cause text not null,
     made_at timestamptz not null,
     made_by_id uuid,
     definition_version integer not null,
     data_at timestamptz not null,
     document jsonb not null,
     sha256 text not null,
     constraint run_pk primary key (id),
     constraint run_report_fk foreign key (report_id) references reports.report (id),
     constraint run_made_by_fk foreign key (made_by_id) references identity.app_user (id),
     constraint run_cause_known check (cause in ('asked', 'schedule')),
     constraint run_cause_person check ((cause = 'schedule') = (made_by_id is null)),
     constraint run_locale_known check (locale in ('lv', 'en'))
   )`,
  `create trigger run_append_only before update or delete on reports.run for each row execute function platform.refuse_change()`,
  `create index run_latest on reports.run (report_id, made_at desc, id desc)`,
  `create index run_of_scope on reports.run (report_id, scope, made_at desc, id desc)`,
];

/** The register of reports, what was published when, and the runs that are kept (DOMAIN A6, KPI-15). */
export class ReportsCreateTables1764000011000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    const ready = JSON.parse(readFileSync(join(import.meta.dirname, 'seeds/reference/reports.json'), 'utf8')) as ReadyReport[];
    for (const [position, { code, nameLv, nameEn, purposeLv, purposeEn, audience, cadence }] of ready.entries())
      await runner.query(
        `insert into reports.report (id, code, source, name_lv, name_en, purpose_lv, purpose_en, audience, cadence, position)
         values ($1, $2, 'desk', $3, $4, $5, $6, $7, $8, $9)`,
        [idOf(code), code, nameLv, nameEn, purposeLv, purposeEn, audience, cadence, position],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema reports cascade');
  }
}

/** Every installation gives a ready report the same id. */
function idOf(code: string): string {
  const hex = createHash('sha256').update(`report:${code}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
