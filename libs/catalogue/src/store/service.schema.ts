import { EntitySchema } from 'typeorm';

export interface ServiceRow {
  id: string;
  code: string;
  name_lv: string;
  name_en: string;
  description_lv: string | null;
  description_en: string | null;
  owner_id: string | null;
  status: string;
  criticality: string;
  virsis_id: string | null;
  default_group_id: string | null;
  drafted_by: string | null;
  version: number;
}

export const serviceSchema = new EntitySchema<ServiceRow>({
  name: 'Service',
  schema: 'catalogue',
  tableName: 'service',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_service' },
    code: { type: 'text' },
    name_lv: { type: 'text', collation: 'lv-x-icu' },
    name_en: { type: 'text' },
    description_lv: { type: 'text', nullable: true },
    description_en: { type: 'text', nullable: true },
    owner_id: { type: 'uuid', nullable: true },
    status: { type: 'text', default: 'draft' },
    criticality: { type: 'text', default: 'medium' },
    virsis_id: { type: 'text', nullable: true },
    default_group_id: { type: 'uuid', nullable: true },
    drafted_by: { type: 'uuid', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'uq_service_code', columns: ['code'] }],
  indices: [
    { name: 'ix_service_name', columns: ['name_lv', 'id'] },
    { name: 'ix_service_owner', columns: ['owner_id'] },
    { name: 'ix_service_default_group', columns: ['default_group_id'] },
    { name: 'ix_service_drafted_by', columns: ['drafted_by'] },
  ],
  foreignKeys: [
    { name: 'fk_service_owner', target: 'AppUser', columnNames: ['owner_id'], referencedColumnNames: ['id'] },
    { name: 'fk_service_drafted_by', target: 'AppUser', columnNames: ['drafted_by'], referencedColumnNames: ['id'] },
    { name: 'fk_service_default_group', target: 'SupportGroup', columnNames: ['default_group_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_service_status', expression: `status in ('draft', 'published', 'retired')` },
    { name: 'ck_service_criticality', expression: `criticality in ('low', 'medium', 'high', 'critical')` },
    {
      name: 'ck_service_published',
      expression: `status <> 'published' or (description_lv is not null and description_en is not null and owner_id is not null)`,
    },
  ],
});
