import { EntitySchema } from 'typeorm';

/** `kpis.definition`: what an indicator means, by version; old figures keep the version they were computed with. */
export const definitionSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiDefinition',
  schema: 'kpis',
  tableName: 'definition',
  columns: {
    code: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_definition' },
    version: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_definition' },
    name_lv: { type: 'text' },
    name_en: { type: 'text' },
    formula: { type: 'text' },
    valid_from: { type: 'date' },
  },
  checks: [{ name: 'ck_definition_version', expression: 'version > 0' }],
});

/** `kpis.target`: what is to be reached in a year, in percent. */
export const targetSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiTarget',
  schema: 'kpis',
  tableName: 'target',
  columns: {
    code: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_target' },
    year: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_target' },
    value: { type: 'numeric', precision: 6, scale: 2 },
    source: { type: 'text' },
  },
  checks: [{ name: 'ck_target_value', expression: 'value between 0 and 100' }],
});
