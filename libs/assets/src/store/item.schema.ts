import { EntitySchema } from 'typeorm';

type Row = Record<string, unknown>;

const STATUSES = `('in_stock', 'in_use', 'in_repair', 'disposed')`;

/** `assets.class`: what kinds of item there are, and which of them are counted as fleet and as office equipment. */
const classSchema = new EntitySchema<Row>({
  name: 'ItemClass',
  schema: 'assets',
  tableName: 'class',
  columns: {
    code: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_class' },
    name_lv: { type: 'text' },
    name_en: { type: 'text' },
    kind: { type: 'text' },
    in_fleet: { type: 'boolean' },
    is_office: { type: 'boolean' },
    is_workstation: { type: 'boolean', default: false },
    position: { type: 'smallint' },
  },
  checks: [
    { name: 'ck_class_code', expression: `code ~ '^[a-z][a-z_]{0,39}$'` },
    { name: 'ck_class_kind', expression: `kind in ('device', 'infrastructure', 'logical')` },
    { name: 'ck_class_office', expression: 'in_fleet or not is_office' },
  ],
});

/** `assets.configuration_item`. */
const itemSchema = new EntitySchema<Row>({
  name: 'ConfigurationItem',
  schema: 'assets',
  tableName: 'configuration_item',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_configuration_item' },
    tag: { type: 'text' },
    name: { type: 'text' },
    class: { type: 'text' },
    status: { type: 'text' },
    institution_id: { type: 'uuid' },
    custodian_id: { type: 'uuid', nullable: true },
    serial: { type: 'text', nullable: true },
    manufacturer: { type: 'text', nullable: true },
    model: { type: 'text', nullable: true },
    location: { type: 'text', nullable: true },
    purchased_on: { type: 'date', nullable: true },
    warranty_until: { type: 'date', nullable: true },
    support_until: { type: 'date', nullable: true },
    agent_seen_at: { type: 'timestamptz', nullable: true },
    note: { type: 'text', nullable: true },
    search_text: { type: 'text' },
    version: { type: 'integer', default: 1 },
    created_at: { type: 'timestamptz' },
    updated_at: { type: 'timestamptz' },
  },
  uniques: [{ name: 'uq_configuration_item_tag', columns: ['tag'] }],
  indices: [
    { name: 'ix_configuration_item_live', columns: ['tag'], where: `status <> 'disposed'` },
    { name: 'ix_configuration_item_institution', columns: ['institution_id', 'tag'] },
    { name: 'ix_configuration_item_class', columns: ['class', 'tag'] },
    { name: 'ix_configuration_item_status', columns: ['status', 'tag'] },
    { name: 'ix_configuration_item_class_status', columns: ['class', 'status', 'tag'] },
    { name: 'ix_configuration_item_custodian', columns: ['custodian_id', 'tag'], where: 'custodian_id is not null' },
    {
      name: 'ix_configuration_item_support',
      columns: ['support_until', 'tag'],
      where: `status <> 'disposed' and support_until is not null`,
    },
    // A GIN index with an operator class, which the mapping cannot express.
    { name: 'ix_configuration_item_search', columns: ['search_text'], synchronize: false },
  ],
  foreignKeys: [
    { name: 'fk_configuration_item_class', target: 'ItemClass', columnNames: ['class'], referencedColumnNames: ['code'] },
    { name: 'fk_configuration_item_institution', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
    { name: 'fk_configuration_item_custodian', target: 'AppUser', columnNames: ['custodian_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_configuration_item_tag', expression: `tag = upper(tag) and tag ~ '[0-9]' and length(tag) <= 60` },
    { name: 'ck_configuration_item_name', expression: `name <> ''` },
    { name: 'ck_configuration_item_status', expression: `status in ${STATUSES}` },
    { name: 'ck_configuration_item_version', expression: 'version > 0' },
  ],
});

/** `assets.status_change`: every status that an item has had; only ever added to. */
const statusChangeSchema = new EntitySchema<Row>({
  name: 'StatusChange',
  schema: 'assets',
  tableName: 'status_change',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment', primaryKeyConstraintName: 'pk_status_change' },
    item_id: { type: 'uuid' },
    status: { type: 'text' },
    at: { type: 'timestamptz' },
    by_id: { type: 'uuid', nullable: true },
    reason: { type: 'text', nullable: true },
  },
  indices: [{ name: 'ix_status_change_item', columns: ['item_id', 'at', 'id'] }],
  foreignKeys: [
    { name: 'fk_status_change_item', target: 'ConfigurationItem', columnNames: ['item_id'], referencedColumnNames: ['id'] },
    { name: 'fk_status_change_by', target: 'AppUser', columnNames: ['by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'ck_status_change_status', expression: `status in ${STATUSES}` }],
});

/** `assets.agent_sighting`: what the agent of an item told and when; only ever added to. Null: the agent is gone. */
const agentSightingSchema = new EntitySchema<Row>({
  name: 'AgentSighting',
  schema: 'assets',
  tableName: 'agent_sighting',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment', primaryKeyConstraintName: 'pk_agent_sighting' },
    item_id: { type: 'uuid' },
    seen_at: { type: 'timestamptz', nullable: true },
    reported_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'ix_agent_sighting_item', columns: ['item_id', 'reported_at', 'id'] }],
  foreignKeys: [{ name: 'fk_agent_sighting_item', target: 'ConfigurationItem', columnNames: ['item_id'], referencedColumnNames: ['id'] }],
});

export const itemSchemas = [classSchema, itemSchema, statusChangeSchema, agentSightingSchema];
