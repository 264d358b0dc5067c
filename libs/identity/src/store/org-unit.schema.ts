import { EntitySchema } from 'typeorm';

export interface OrgUnitRow {
  id: string;
  institution_id: string;
  parent_id: string | null;
  name_lv: string;
  name_en: string;
  external_id: string | null;
  active: boolean;
  source: string | null;
  version: number;
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
    external_id: { type: 'text', nullable: true },
    active: { type: 'boolean', default: true },
    source: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'uq_org_unit_external_id', columns: ['external_id'] }],
  indices: [
    { name: 'ix_org_unit_source', columns: ['source'], where: 'source is not null' },
    { name: 'ix_org_unit_institution', columns: ['institution_id'] },
    { name: 'ix_org_unit_parent', columns: ['parent_id'] },
  ],
  foreignKeys: [
    { name: 'fk_org_unit_institution', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
    { name: 'fk_org_unit_parent', target: 'OrgUnit', columnNames: ['parent_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'ck_org_unit_parent', expression: 'parent_id <> id' }],
});
