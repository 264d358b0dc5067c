import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Working calendars and their versions; a published version never changes, so that what was counted on it can be counted again. */
export class CalendarsCreateTables1764000003000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table calendars.calendar_version`);
    await runner.query(`drop table calendars.calendar`);
    await runner.query(`drop schema calendars`);
  }
}

const UP = [
  `create schema calendars`,
  `create table calendars.calendar (
     id uuid constraint pk_calendar primary key,
     code text not null constraint uq_calendar_code unique,
     name_lv text not null,
     name_en text not null
   )`,
  `create table calendars.calendar_version (
     id uuid constraint pk_calendar_version primary key,
     calendar_id uuid not null constraint fk_calendar_version_calendar references calendars.calendar (id),
     version integer not null,
     timezone text not null,
     weekly jsonb not null,
     exceptions jsonb not null,
     shortened_by_minutes integer not null,
     source text not null,
     published_at timestamptz not null,
     constraint uq_calendar_version unique (calendar_id, version),
     constraint ck_calendar_version_number check (version > 0),
     constraint ck_calendar_version_shortened check (shortened_by_minutes between 0 and 720)
   )`,
  `create trigger calendar_version_append_only before update or delete on calendars.calendar_version
     for each row execute function platform.refuse_change()`,
];
