import { EntitySchema } from 'typeorm';

export interface OrgUnitRow {
  id: string;
  institution_id: string;
  parent_id: string | null;
  name_lv: string;
  name_en: string;
}

export const orgUnitSchema = new EntitySchema<OrgUnitRow>({
  name: 'OrgUnit',
  schema: 'identity',
  tableName: 'org_unit',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_org_unit' },
    institution_id: { type: 'uuid' },
    parent_id: { type: 'uuid', nullable: true },
    name_lv: { type: 'text', collation: 'lv-x-icu' },
    name_en: { type: 'text' },
  },
  indices: [
    { name: 'ix_org_unit_institution', columns: ['institution_id'] },
    { name: 'ix_org_unit_parent', columns: ['parent_id'] },
  ],
  foreignKeys: [
    { name: 'fk_org_unit_institution', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
    { name: 'fk_org_unit_parent', target: 'OrgUnit', columnNames: ['parent_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'ck_org_unit_parent', expression: 'parent_id <> id' }],
});
