import { EntitySchema } from 'typeorm';

/** `changes.change_template`: a standard change that may be done again and again; what it says stands in its versions. */
const templateSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ChangeTemplate',
  schema: 'changes',
  tableName: 'change_template',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'change_template_pk' },
    state: { type: 'text', default: 'draft' },
    active_version: { type: 'integer', nullable: true },
    created_at: { type: 'timestamptz' },
    suspended_at: { type: 'timestamptz', nullable: true },
    suspension_cause: { type: 'text', nullable: true },
    suspension_note: { type: 'text', nullable: true },
    suspension_failures: { type: 'integer', nullable: true },
    suspension_of: { type: 'integer', nullable: true },
    retired_at: { type: 'timestamptz', nullable: true },
    retirement_reason: { type: 'text', nullable: true },
    revision: { type: 'integer', default: 1 },
  },
  checks: [
    { name: 'change_template_state', expression: `state in ('draft', 'active', 'suspended', 'retired')` },
    { name: 'change_template_in_force', expression: `state = 'draft' or state = 'retired' or active_version is not null` },
    { name: 'change_template_suspension_cause', expression: `suspension_cause in ('failures', 'decision')` },
    {
      name: 'change_template_suspended',
      expression: `(state = 'suspended') <= (suspended_at is not null and suspension_cause is not null)`,
    },
    { name: 'change_template_retired', expression: `(state = 'retired') = (retired_at is not null)` },
  ],
});

const templateVersionSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ChangeTemplateVersion',
  schema: 'changes',
  tableName: 'change_template_version',
  columns: {
    template_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'change_template_version_pk' },
    version: { type: 'integer', primary: true, primaryKeyConstraintName: 'change_template_version_pk' },
    name_lv: { type: 'text' },
    name_en: { type: 'text' },
    description: { type: 'text', nullable: true },
    steps: { type: 'jsonb', default: '[]' },
    test_plan: { type: 'text', nullable: true },
    rollback_plan: { type: 'text', nullable: true },
    rollback_not_needed: { type: 'text', nullable: true },
    rollback_minutes: { type: 'integer', nullable: true },
    max_risk: { type: 'smallint' },
    service_id: { type: 'uuid', nullable: true },
    group_id: { type: 'uuid', nullable: true },
    minutes: { type: 'integer' },
    outage_minutes: { type: 'integer', default: 0 },
    failure_limit: { type: 'smallint' },
    author_ids: { type: 'uuid', array: true },
    saved_at: { type: 'timestamptz' },
    order_number: { type: 'text', nullable: true },
    order_date: { type: 'date', nullable: true },
    approved_by_id: { type: 'uuid', nullable: true },
    approved_at: { type: 'timestamptz', nullable: true },
  },
  foreignKeys: [
    {
      name: 'change_template_version_template_fk',
      target: 'ChangeTemplate',
      columnNames: ['template_id'],
      referencedColumnNames: ['id'],
    },
    { name: 'change_template_version_service_fk', target: 'Service', columnNames: ['service_id'], referencedColumnNames: ['id'] },
    { name: 'change_template_version_group_fk', target: 'SupportGroup', columnNames: ['group_id'], referencedColumnNames: ['id'] },
    { name: 'change_template_version_approver_fk', target: 'AppUser', columnNames: ['approved_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'change_template_version_max_risk', expression: 'max_risk in (2, 4)' },
    { name: 'change_template_version_minutes', expression: 'minutes between 5 and 10080 and outage_minutes between 0 and minutes' },
    { name: 'change_template_version_failure_limit', expression: 'failure_limit between 1 and 10' },
    { name: 'change_template_version_rollback', expression: 'rollback_plan is null or rollback_not_needed is null' },
    {
      name: 'change_template_version_order',
      expression: `(order_number is null) = (approved_at is null) and (order_date is null) = (approved_at is null)
       and (approved_by_id is null) = (approved_at is null)`,
    },
    { name: 'change_template_version_second_person', expression: 'approved_by_id <> all (author_ids)' },
  ],
});

export const templateSchemas = [templateSchema, templateVersionSchema];
