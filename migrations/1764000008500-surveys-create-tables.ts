import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Surveys and their versions. A version's wording cannot change any more once it is frozen: what people were asked stays what they were asked. */
export class SurveysCreateTables1764000008500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema surveys`);
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['survey_version', 'survey']) await runner.query(`drop table surveys.${table}`);
    await runner.query(`drop function surveys.refuse_frozen_change()`);
    await runner.query(`drop schema surveys`);
  }
}

const statements = [
  `create table surveys.survey (
     id uuid constraint pk_survey primary key,
     code text not null constraint uq_survey_code unique,
     title_lv text not null,
     title_en text not null,
     created_at timestamptz not null,
     created_by uuid constraint fk_survey_creator references identity.app_user (id),
     constraint ck_survey_code check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60),
     constraint ck_survey_title check (length(title_lv) between 1 and 200 and length(title_en) between 1 and 200)
   )`,
  `create table surveys.survey_version (
     id uuid constraint pk_survey_version primary key,
     survey_id uuid not null constraint fk_survey_version_survey references surveys.survey (id),
     version integer not null,
     definition jsonb not null,
     revision integer not null default 1,
     created_at timestamptz not null,
     created_by uuid constraint fk_survey_version_creator references identity.app_user (id),
     saved_at timestamptz not null,
     saved_by uuid constraint fk_survey_version_saver references identity.app_user (id),
     frozen_at timestamptz,
     constraint uq_survey_version_number unique (survey_id, version),
     constraint ck_survey_version_number check (version > 0 and revision > 0),
     constraint ck_survey_version_definition check (jsonb_typeof(definition) = 'object')
   )`,
  `create function surveys.refuse_frozen_change() returns trigger language plpgsql as $$
   begin
     raise exception 'a frozen version of a survey does not change';
   end $$`,
  `create trigger survey_version_frozen before update or delete on surveys.survey_version
     for each row when (old.frozen_at is not null) execute function surveys.refuse_frozen_change()`,
];
