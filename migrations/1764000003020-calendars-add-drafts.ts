import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions get the date from which they hold, and a calendar may have one draft, which a second person publishes. */
export class CalendarsAddDrafts1764000003020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `alter table calendars.calendar
     add column timezone text not null default 'Europe/Riga'`,
  `update calendars.calendar c set timezone = v.timezone from calendars.calendar_version v where v.calendar_id = c.id and v.version = 1`,
  `alter table calendars.calendar alter column timezone drop default`,
  `alter table calendars.calendar_version
     add column valid_from date,
     add column recurring_holidays jsonb not null default '[]',
     add column drafted_by uuid[] not null default '{}',
     add column published_by uuid,
     add constraint ck_calendar_version_valid_from check (version > 1 or valid_from is null)`,
  `create table calendars.calendar_draft (
     calendar_id uuid constraint pk_calendar_draft primary key constraint fk_calendar_draft_calendar references calendars.calendar (id),
     valid_from date,
     weekly jsonb not null,
     exceptions jsonb not null,
     recurring_holidays jsonb not null,
     shortened_by_minutes integer not null,
     source text not null,
     author_ids uuid[] not null,
     saved_by uuid not null,
     saved_at timestamptz not null,
     version integer not null,
     constraint ck_calendar_draft_version check (version > 0),
     constraint ck_calendar_draft_authors check (saved_by = any (author_ids)),
     constraint ck_calendar_draft_shortened check (shortened_by_minutes between 0 and 720)
   )`,
];

const DOWN = [
  `drop table calendars.calendar_draft`,
  `alter table calendars.calendar_version
     drop constraint ck_calendar_version_valid_from,
     drop column published_by,
     drop column drafted_by,
     drop column recurring_holidays,
     drop column valid_from`,
  `alter table calendars.calendar drop column timezone`,
];
