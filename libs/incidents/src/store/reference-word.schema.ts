import { EntitySchema } from 'typeorm';

/** `incidents.reference_word`: hold reasons, resolution codes, categories. */
export const referenceWordSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ReferenceWord',
  schema: 'incidents',
  tableName: 'reference_word',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'reference_word_pk' },
    list: { type: 'text' },
    code: { type: 'text' },
    name_lv: { type: 'text' },
    name_en: { type: 'text' },
    description_lv: { type: 'text', nullable: true },
    description_en: { type: 'text', nullable: true },
    active: { type: 'boolean', default: true },
    built_in: { type: 'boolean', default: false },
    position: { type: 'integer' },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'reference_word_code', columns: ['list', 'code'] }],
  checks: [
    { name: 'reference_word_list_known', expression: `list in ('hold_reason', 'resolution_code', 'category')` },
    { name: 'reference_word_code_shape', expression: `code ~ '^[a-z][a-z0-9_]{1,39}$'` },
    { name: 'reference_word_built_in_active', expression: 'active or not built_in' },
  ],
});
