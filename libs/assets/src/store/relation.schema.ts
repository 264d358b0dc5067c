import { EntitySchema } from 'typeorm';

type Row = Record<string, unknown>;

/** `assets.relation`: how items hang together; read as "`item_id` `kind` `target_id`". */
const relationSchema = new EntitySchema<Row>({
  name: 'ItemRelation',
  schema: 'assets',
  tableName: 'relation',
  columns: {
    item_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_relation' },
    kind: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_relation' },
    target_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_relation' },
    added_by: { type: 'uuid', nullable: true },
    added_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'ix_relation_target', columns: ['target_id', 'kind'] }],
  foreignKeys: [
    { name: 'fk_relation_item', target: 'ConfigurationItem', columnNames: ['item_id'], referencedColumnNames: ['id'] },
    { name: 'fk_relation_target', target: 'ConfigurationItem', columnNames: ['target_id'], referencedColumnNames: ['id'] },
    { name: 'fk_relation_added_by', target: 'AppUser', columnNames: ['added_by'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_relation_kind', expression: `kind in ('runs_on', 'depends_on', 'part_of', 'connected_to')` },
    { name: 'ck_relation_not_to_itself', expression: 'item_id <> target_id' },
    { name: 'ck_relation_connected_once', expression: `kind <> 'connected_to' or item_id < target_id` },
  ],
});

/** `assets.service_item`: what a service stands on. */
const serviceItemSchema = new EntitySchema<Row>({
  name: 'ServiceItem',
  schema: 'assets',
  tableName: 'service_item',
  columns: {
    service_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_service_item' },
    item_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_service_item' },
    added_by: { type: 'uuid', nullable: true },
    added_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'ix_service_item_item', columns: ['item_id'] }],
  foreignKeys: [
    { name: 'fk_service_item_service', target: 'Service', columnNames: ['service_id'], referencedColumnNames: ['id'] },
    { name: 'fk_service_item_item', target: 'ConfigurationItem', columnNames: ['item_id'], referencedColumnNames: ['id'] },
    { name: 'fk_service_item_added_by', target: 'AppUser', columnNames: ['added_by'], referencedColumnNames: ['id'] },
  ],
});

export const relationSchemas = [relationSchema, serviceItemSchema];
