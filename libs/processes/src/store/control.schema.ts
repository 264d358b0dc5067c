import { EntitySchema } from 'typeorm';

type Row = Record<string, unknown>;

const elementSchema = new EntitySchema<Row>({
  name: 'ControlElement',
  schema: 'processes',
  tableName: 'control_element',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'control_element_pk' },
    document: { type: 'text' },
    reference: { type: 'text', nullable: true },
    area: { type: 'text' },
    location: { type: 'text', nullable: true },
    owner_id: { type: 'uuid' },
    review_months: { type: 'integer' },
    last_review_on: { type: 'date', nullable: true },
    review_due_on: { type: 'date' },
    retired_on: { type: 'date', nullable: true },
    retirement_reason: { type: 'text', nullable: true },
    told_soon_of: { type: 'date', nullable: true },
    told_late_of: { type: 'date', nullable: true },
    revision: { type: 'integer', default: 1 },
    created_by_id: { type: 'uuid' },
    created_at: { type: 'timestamptz' },
  },
  indices: [
    { name: 'control_element_by_review', columns: ['review_due_on', 'id'], where: 'retired_on is null' },
    { name: 'control_element_retired', columns: ['review_due_on', 'id'], where: 'retired_on is not null' },
  ],
  foreignKeys: [
    { name: 'control_element_owner_fk', target: 'AppUser', columnNames: ['owner_id'], referencedColumnNames: ['id'] },
    { name: 'control_element_created_by_fk', target: 'AppUser', columnNames: ['created_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'control_element_area_known', expression: `area in ('governance', 'risk', 'activities', 'information', 'monitoring')` },
    { name: 'control_element_review_months', expression: 'review_months between 1 and 60' },
    { name: 'control_element_retired_why', expression: '(retired_on is null) = (retirement_reason is null)' },
  ],
});

const reviewSchema = new EntitySchema<Row>({
  name: 'ControlReview',
  schema: 'processes',
  tableName: 'control_review',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'control_review_pk' },
    control_element_id: { type: 'uuid' },
    reviewed_on: { type: 'date' },
    due_on: { type: 'date' },
    outcome: { type: 'text' },
    note: { type: 'text' },
    by_id: { type: 'uuid' },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'control_review_of', columns: ['control_element_id', 'reviewed_on'] }],
  foreignKeys: [
    { name: 'control_review_of_fk', target: 'ControlElement', columnNames: ['control_element_id'], referencedColumnNames: ['id'] },
    { name: 'control_review_by_fk', target: 'AppUser', columnNames: ['by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'control_review_outcome_known', expression: `outcome in ('confirmed', 'updated')` }],
});

export const controlSchemas = [elementSchema, reviewSchema];
