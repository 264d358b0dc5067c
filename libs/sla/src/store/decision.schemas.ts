import { EntitySchema } from 'typeorm';

/** `sla.void_request`: what one person asked to be voided and another decided. */
export const voidRequestSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SlaVoidRequest',
  schema: 'sla',
  tableName: 'void_request',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_void_request' },
    clock_id: { type: 'uuid' },
    requested_by: { type: 'uuid' },
    requested_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
    note: { type: 'text' },
    priority: { type: 'smallint', nullable: true },
    state: { type: 'text', default: 'open' },
    decided_by: { type: 'uuid', nullable: true },
    decided_at: { type: 'timestamptz', nullable: true },
  },
  indices: [
    { name: 'uq_void_request_open', columns: ['clock_id'], unique: true, where: `state = 'open'` },
    { name: 'ix_void_request_clock', columns: ['clock_id'] },
    { name: 'ix_void_request_requester', columns: ['requested_by'] },
    { name: 'ix_void_request_decider', columns: ['decided_by'] },
  ],
  foreignKeys: [
    { name: 'fk_void_request_clock', target: 'SlaClock', columnNames: ['clock_id'], referencedColumnNames: ['id'] },
    { name: 'fk_void_request_requester', target: 'AppUser', columnNames: ['requested_by'], referencedColumnNames: ['id'] },
    { name: 'fk_void_request_decider', target: 'AppUser', columnNames: ['decided_by'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_void_request_state', expression: `state in ('open', 'confirmed', 'refused')` },
    { name: 'ck_void_request_priority', expression: 'priority between 1 and 5' },
    {
      name: 'ck_void_request_decided',
      expression: `(state = 'open') = (decided_by is null) and (decided_by is null) = (decided_at is null)`,
    },
    { name: 'ck_void_request_second_person', expression: `state <> 'confirmed' or decided_by <> requested_by` },
  ],
});

const part = (type: 'uuid' | 'integer') => ({ type, primary: true, primaryKeyConstraintName: 'pk_escalation' }) as const;

/** `sla.escalation`: what was done at a threshold, each step once; append-only. */
export const escalationSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SlaEscalation',
  schema: 'sla',
  tableName: 'escalation',
  columns: {
    clock_id: part('uuid'),
    target_no: part('integer'),
    pct: part('integer'),
    step: part('integer'),
    action: { type: 'text' },
    recipient: { type: 'text', nullable: true },
    done_at: { type: 'timestamptz', default: () => 'clock_timestamp()' },
    result: { type: 'text' },
  },
  foreignKeys: [{ name: 'fk_escalation_clock', target: 'SlaClock', columnNames: ['clock_id'], referencedColumnNames: ['id'] }],
});

export const decisionSchemas = [voidRequestSchema, escalationSchema];
