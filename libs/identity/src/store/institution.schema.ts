import { EntitySchema } from 'typeorm';

export interface InstitutionRow {
  id: string;
  name_lv: string;
  name_en: string;
  registration_no: string | null;
  ministry: string | null;
  kind: string;
  cost_code: string | null;
  is_client: boolean;
  active_from: string;
  active_to: string | null;
  parent_id: string | null;
  external_id: string | null;
  version: number;
}

export const institutionSchema = new EntitySchema<InstitutionRow>({
  name: 'Institution',
  schema: 'identity',
  tableName: 'institution',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_institution' },
    name_lv: { type: 'text', collation: 'lv-x-icu' },
    name_en: { type: 'text' },
    registration_no: { type: 'text', nullable: true },
    ministry: { type: 'text', nullable: true },
    kind: { type: 'text' },
    cost_code: { type: 'text', nullable: true },
    is_client: { type: 'boolean', default: true },
    active_from: { type: 'date' },
    active_to: { type: 'date', nullable: true },
    parent_id: { type: 'uuid', nullable: true },
    external_id: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [
    { name: 'uq_institution_registration_no', columns: ['registration_no'] },
    { name: 'uq_institution_external_id', columns: ['external_id'] },
  ],
  indices: [
    { name: 'ix_institution_name', columns: ['name_lv', 'id'] },
    { name: 'ix_institution_parent', columns: ['parent_id'] },
  ],
  foreignKeys: [{ name: 'fk_institution_parent', target: 'Institution', columnNames: ['parent_id'], referencedColumnNames: ['id'] }],
  checks: [
    { name: 'ck_institution_kind', expression: `kind in ('ministry', 'agency', 'service', 'office', 'municipality', 'provider', 'other')` },
    { name: 'ck_institution_active', expression: 'active_to is null or active_to > active_from' },
    { name: 'ck_institution_parent', expression: 'parent_id <> id' },
  ],
});
