import { EntitySchema } from 'typeorm';

export interface ServiceOfferingRow {
  id: string;
  service_id: string;
  kind: string;
  version: number;
  default_group_id: string | null;
}

export const serviceOfferingSchema = new EntitySchema<ServiceOfferingRow>({
  name: 'ServiceOffering',
  schema: 'catalogue',
  tableName: 'service_offering',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_service_offering' },
    service_id: { type: 'uuid' },
    kind: { type: 'text' },
    version: { type: 'integer', default: 1 },
    default_group_id: { type: 'uuid', nullable: true },
  },
  uniques: [{ name: 'uq_service_offering_version', columns: ['service_id', 'kind', 'version'] }],
  indices: [{ name: 'ix_service_offering_default_group', columns: ['default_group_id'] }],
  foreignKeys: [
    { name: 'fk_service_offering_service', target: 'Service', columnNames: ['service_id'], referencedColumnNames: ['id'] },
    { name: 'fk_service_offering_default_group', target: 'SupportGroup', columnNames: ['default_group_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_service_offering_kind', expression: `kind in ('incident', 'request')` },
    { name: 'ck_service_offering_version', expression: 'version > 0' },
  ],
});
