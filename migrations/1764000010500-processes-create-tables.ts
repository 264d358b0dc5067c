import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Practices {
  readonly framework: string;
  readonly practices: readonly { readonly code: string; readonly category: string; readonly lv: string; readonly en: string }[];
}

const STAGES = `'identified', 'designed', 'approved', 'piloted', 'implemented', 'at_risk', 'suspended', 'retired'`;

const UP = [
  `create schema processes`,
  `create table processes.practice (
     code text not null,
     framework text not null,
     category text not null,
     name_lv text not null,
     name_en text not null,
     position integer not null,
     constraint practice_pk primary key (code),
     constraint practice_category_known check (category in ('general', 'service', 'technical'))
   )`,
  `create table processes.process (
     id uuid not null,
     practice text not null,
     owner_id uuid,
     scope text not null default '',
     description text not null default '',
     roles jsonb not null default '[]',
     lifecycle text,
     lifecycle_version integer,
     metrics text[] not null default '{}',
     low_volume_reason text,
     stage text not null default 'identified',
     stage_since timestamptz not null,
     review_due_on date,
     revision integer not null default 1,
     created_at timestamptz not null,
     constraint process_pk primary key (id),
     constraint process_practice_fk foreign key (practice) references processes.practice (code),
     constraint process_owner_fk foreign key (owner_id) references identity.app_user (id),
     constraint process_lifecycle_known check (lifecycle in ('incident', 'change')),
     constraint process_stage_known check (stage in (${STAGES}))
   )`,
  // A practice is counted once: KPI-03 counts processes, and two of one practice would be the same process twice.
  `create unique index process_one_per_practice on processes.process (practice) where stage <> 'retired'`,
  `create table processes.stage_period (
     process_id uuid not null,
     since timestamptz not null,
     stage text not null,
     cause text,
     constraint stage_period_pk primary key (process_id, since),
     constraint stage_period_process_fk foreign key (process_id) references processes.process (id),
     constraint stage_period_stage_known check (stage in (${STAGES}))
   )`,
  `create trigger stage_period_append_only before update or delete on processes.stage_period for each row execute function platform.refuse_change()`,
  `create table processes.evidence (
     id uuid not null,
     process_id uuid not null,
     kind text not null,
     document text not null,
     order_number text,
     order_date date,
     signatory text,
     file_name text,
     file_sha256 text,
     file bytea,
     valid_to date,
     added_by_id uuid not null,
     added_at timestamptz not null,
     verified_by_id uuid,
     verified_at timestamptz,
     withdrawn_by_id uuid,
     withdrawn_at timestamptz,
     withdrawal_reason text,
     constraint evidence_pk primary key (id),
     constraint evidence_process_fk foreign key (process_id) references processes.process (id),
     constraint evidence_added_by_fk foreign key (added_by_id) references identity.app_user (id),
     constraint evidence_verified_by_fk foreign key (verified_by_id) references identity.app_user (id),
     constraint evidence_kind_known check (kind in ('order', 'external', 'review')),
     constraint evidence_file_whole check ((file is null) = (file_sha256 is null) and (file is null) = (file_name is null)),
     constraint evidence_verification_whole check ((verified_by_id is null) = (verified_at is null)),
     constraint evidence_withdrawal_whole check ((withdrawn_at is null) = (withdrawal_reason is null))
   )`,
  `create index evidence_by_process on processes.evidence (process_id, added_at)`,
  `create table processes.month_count (
     lifecycle text not null,
     month date not null,
     live integer not null,
     judged integer not null,
     conforming integer not null,
     counted_at timestamptz not null,
     constraint month_count_pk primary key (lifecycle, month),
     constraint month_count_conforming check (conforming between 0 and judged),
     constraint month_count_month check (extract(day from month) = 1)
   )`,
  `create table processes.deviating_case (
     lifecycle text not null,
     month date not null,
     ticket_id uuid not null,
     deviations jsonb not null,
     constraint deviating_case_pk primary key (lifecycle, month, ticket_id),
     constraint deviating_case_month_fk foreign key (lifecycle, month) references processes.month_count (lifecycle, month) on delete cascade
   )`,
];

/** The register of processes (DOMAIN 2.2, 3.7, 7.2) and ITIL 4's practices in both languages. */
export class ProcessesCreateTables1764000010500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
    const { framework, practices } = JSON.parse(
      readFileSync(join(import.meta.dirname, 'seeds/reference/practices.json'), 'utf8'),
    ) as Practices;
    for (const [position, { code, category, lv, en }] of practices.entries())
      await runner.query(
        `insert into processes.practice (code, framework, category, name_lv, name_en, position) values ($1, $2, $3, $4, $5, $6)`,
        [code, framework, category, lv, en, position],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema processes cascade');
  }
}
