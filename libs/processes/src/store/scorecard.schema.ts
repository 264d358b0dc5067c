import { EntitySchema } from 'typeorm';

const scorecardSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Scorecard',
  schema: 'processes',
  tableName: 'scorecard',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'scorecard_pk' },
    name_lv: { type: 'text' },
    name_en: { type: 'text' },
    source: { type: 'text' },
    first_year: { type: 'integer' },
    last_year: { type: 'integer' },
    created_by_id: { type: 'uuid', nullable: true },
    created_at: { type: 'timestamptz' },
  },
  foreignKeys: [{ name: 'scorecard_created_by_fk', target: 'AppUser', columnNames: ['created_by_id'], referencedColumnNames: ['id'] }],
  checks: [{ name: 'scorecard_years', expression: 'first_year between 2000 and 2100 and last_year between first_year and first_year + 9' }],
});

const goalSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ScorecardGoal',
  schema: 'processes',
  tableName: 'scorecard_goal',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'scorecard_goal_pk' },
    scorecard_id: { type: 'uuid' },
    parent_id: { type: 'uuid', nullable: true },
    position: { type: 'integer' },
    name_lv: { type: 'text' },
    name_en: { type: 'text' },
  },
  indices: [{ name: 'scorecard_goal_by_card', columns: ['scorecard_id', 'position'] }],
  foreignKeys: [
    { name: 'scorecard_goal_card_fk', target: 'Scorecard', columnNames: ['scorecard_id'], referencedColumnNames: ['id'] },
    { name: 'scorecard_goal_parent_fk', target: 'ScorecardGoal', columnNames: ['parent_id'], referencedColumnNames: ['id'] },
  ],
});

const indicatorSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ScorecardIndicator',
  schema: 'processes',
  tableName: 'indicator',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'indicator_pk' },
    goal_id: { type: 'uuid' },
    position: { type: 'integer' },
    code: { type: 'text' },
    name_lv: { type: 'text' },
    name_en: { type: 'text' },
    note_lv: { type: 'text' },
    note_en: { type: 'text' },
    unit: { type: 'text', nullable: true },
    better: { type: 'text', nullable: true },
    source_code: { type: 'text', nullable: true },
    baseline: { type: 'double precision', nullable: true },
    due_year: { type: 'integer', nullable: true },
    tasks: { type: 'jsonb', default: '[]' },
  },
  indices: [{ name: 'indicator_by_goal', columns: ['goal_id', 'position'] }],
  foreignKeys: [{ name: 'indicator_goal_fk', target: 'ScorecardGoal', columnNames: ['goal_id'], referencedColumnNames: ['id'] }],
  checks: [
    { name: 'indicator_unit_known', expression: `unit in ('percent', 'count')` },
    { name: 'indicator_better_known', expression: `better in ('higher', 'lower')` },
    {
      name: 'indicator_kind_whole',
      expression: `(due_year is null and unit is not null and better is not null)
       or (due_year is not null and unit is null and better is null and source_code is null and baseline is null)`,
    },
  ],
});

const targetSchema = new EntitySchema<Record<string, unknown>>({
  name: 'IndicatorTarget',
  schema: 'processes',
  tableName: 'indicator_target',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', primaryKeyConstraintName: 'indicator_target_pk' },
    indicator_id: { type: 'uuid' },
    year: { type: 'integer' },
    value: { type: 'double precision' },
    source: { type: 'text' },
    set_by_id: { type: 'uuid', nullable: true },
    set_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'indicator_target_by_year', columns: ['indicator_id', 'year', 'id'] }],
  foreignKeys: [
    {
      name: 'indicator_target_indicator_fk',
      target: 'ScorecardIndicator',
      columnNames: ['indicator_id'],
      referencedColumnNames: ['id'],
    },
    { name: 'indicator_target_set_by_fk', target: 'AppUser', columnNames: ['set_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'indicator_target_year', expression: 'year between 2000 and 2100' }],
});

export const scorecardSchemas = [scorecardSchema, goalSchema, indicatorSchema, targetSchema];
