import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

const key = (name: string): EntitySchemaColumnOptions => ({ type: 'uuid', primary: true, primaryKeyConstraintName: name });
const empty = (type: 'uuid' | 'text' | 'timestamptz' | 'date'): EntitySchemaColumnOptions => ({ type, nullable: true });

/** `sla.policy`: agreements on time, each with its versions. */
export const policySchema = new EntitySchema<Record<string, unknown>>({
  name: 'SlaPolicy',
  schema: 'sla',
  tableName: 'policy',
  columns: { id: key('pk_policy'), code: { type: 'text' }, name_lv: { type: 'text' }, name_en: { type: 'text' } },
  uniques: [{ name: 'uq_policy_code', columns: ['code'] }],
});

/** `sla.policy_version`: one draft a policy at most; what is published does not change. */
export const policyVersionSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SlaPolicyVersion',
  schema: 'sla',
  tableName: 'policy_version',
  columns: {
    id: key('pk_policy_version'),
    policy_id: { type: 'uuid' },
    version: { type: 'integer' },
    mid_flight_rule: { type: 'text', default: 'middle_of_three' },
    valid_from: empty('timestamptz'),
    state: { type: 'text', default: 'published' },
    note: empty('text'),
    revision: { type: 'integer', default: 1 },
    drafters: { type: 'uuid', array: true, default: '{}' },
    updated_at: empty('timestamptz'),
    published_by: empty('uuid'),
    published_at: empty('timestamptz'),
  },
  uniques: [{ name: 'uq_policy_version', columns: ['policy_id', 'version'] }],
  indices: [
    { name: 'uq_policy_draft', columns: ['policy_id'], unique: true, where: `state = 'draft'` },
    { name: 'ix_policy_version_publisher', columns: ['published_by'] },
  ],
  foreignKeys: [
    { name: 'fk_policy_version_policy', target: 'SlaPolicy', columnNames: ['policy_id'], referencedColumnNames: ['id'] },
    { name: 'fk_policy_version_publisher', target: 'AppUser', columnNames: ['published_by'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_policy_version_rule', expression: `mid_flight_rule in ('middle_of_three', 'restart', 'replay')` },
    {
      name: 'ck_policy_version_state',
      expression: `(state = 'draft' and valid_from is null) or (state = 'published' and valid_from is not null)`,
    },
  ],
});

/** `sla.target`: how much time a policy gives, for what. */
export const slaTargetSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SlaTarget',
  schema: 'sla',
  tableName: 'target',
  columns: {
    id: key('pk_sla_target'),
    policy_version_id: { type: 'uuid' },
    ticket_type: { type: 'text' },
    priority: { type: 'smallint' },
    kind: { type: 'text' },
    service_id: empty('uuid'),
    institution_id: empty('uuid'),
    seconds: { type: 'integer' },
    calendar_id: { type: 'uuid' },
    pause_reasons: { type: 'text', array: true },
    thresholds: { type: 'integer', array: true },
    party_id: empty('uuid'),
    steps: { type: 'jsonb', default: [] },
  },
  indices: [
    {
      name: 'uq_target_match',
      columns: ['policy_version_id', 'ticket_type', 'priority', 'kind', 'service_id', 'institution_id', 'party_id'],
      unique: true,
      synchronize: false,
    },
    { name: 'ix_target_service', columns: ['service_id'] },
    { name: 'ix_target_institution', columns: ['institution_id'] },
    { name: 'ix_target_calendar', columns: ['calendar_id'] },
    { name: 'ix_target_party', columns: ['party_id'], where: 'party_id is not null' },
  ],
  foreignKeys: [
    { name: 'fk_target_policy_version', target: 'SlaPolicyVersion', columnNames: ['policy_version_id'], referencedColumnNames: ['id'] },
    { name: 'fk_target_service', target: 'Service', columnNames: ['service_id'], referencedColumnNames: ['id'] },
    { name: 'fk_target_institution', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
    { name: 'fk_target_calendar', target: 'Calendar', columnNames: ['calendar_id'], referencedColumnNames: ['id'] },
    { name: 'fk_target_party', target: 'SupportGroup', columnNames: ['party_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_target_kind', expression: `kind in ('response', 'resolution', 'ola', 'supplier')` },
    { name: 'ck_target_party', expression: `party_id is null or kind = 'ola'` },
    { name: 'ck_target_priority', expression: 'priority between 1 and 5' },
    { name: 'ck_target_seconds', expression: 'seconds > 0' },
    { name: 'ck_target_thresholds', expression: '100 = any (thresholds)' },
  ],
});

export const policySchemas = [policySchema, policyVersionSchema, slaTargetSchema];
