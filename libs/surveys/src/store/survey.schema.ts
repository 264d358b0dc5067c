import { EntitySchema } from 'typeorm';

/** `surveys.survey`: what is asked from year to year under one name. */
const surveySchema = new EntitySchema<Record<string, unknown>>({
  name: 'Survey',
  schema: 'surveys',
  tableName: 'survey',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_survey' },
    code: { type: 'text' },
    title_lv: { type: 'text' },
    title_en: { type: 'text' },
    created_at: { type: 'timestamptz' },
    created_by: { type: 'uuid', nullable: true },
  },
  uniques: [{ name: 'uq_survey_code', columns: ['code'] }],
  checks: [
    { name: 'ck_survey_code', expression: `code ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(code) <= 60` },
    { name: 'ck_survey_title', expression: 'length(title_lv) between 1 and 200 and length(title_en) between 1 and 200' },
  ],
  foreignKeys: [{ name: 'fk_survey_creator', target: 'AppUser', columnNames: ['created_by'], referencedColumnNames: ['id'] }],
});

/** `surveys.survey_version`: one wording of it. Frozen at the first invitation; `revision` counts the savings before that. */
const surveyVersionSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SurveyVersion',
  schema: 'surveys',
  tableName: 'survey_version',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_survey_version' },
    survey_id: { type: 'uuid' },
    version: { type: 'integer' },
    definition: { type: 'jsonb' },
    revision: { type: 'integer', default: 1 },
    created_at: { type: 'timestamptz' },
    created_by: { type: 'uuid', nullable: true },
    saved_at: { type: 'timestamptz' },
    saved_by: { type: 'uuid', nullable: true },
    frozen_at: { type: 'timestamptz', nullable: true },
  },
  uniques: [{ name: 'uq_survey_version_number', columns: ['survey_id', 'version'] }],
  checks: [
    { name: 'ck_survey_version_number', expression: 'version > 0 and revision > 0' },
    { name: 'ck_survey_version_definition', expression: `jsonb_typeof(definition) = 'object'` },
  ],
  foreignKeys: [
    { name: 'fk_survey_version_survey', target: 'Survey', columnNames: ['survey_id'], referencedColumnNames: ['id'] },
    { name: 'fk_survey_version_creator', target: 'AppUser', columnNames: ['created_by'], referencedColumnNames: ['id'] },
    { name: 'fk_survey_version_saver', target: 'AppUser', columnNames: ['saved_by'], referencedColumnNames: ['id'] },
  ],
});

export const surveysSchemas = [surveySchema, surveyVersionSchema];
