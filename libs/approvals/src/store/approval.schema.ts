import { EntitySchema } from 'typeorm';

/** `approvals.round`: one asking for approval of a ticket. */
const roundSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ApprovalRound',
  schema: 'approvals',
  tableName: 'round',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'round_pk' },
    ticket_id: { type: 'uuid' },
    number: { type: 'integer' },
    purpose: { type: 'text' },
    content_hash: { type: 'text' },
    title: { type: 'text' },
    excluded_ids: { type: 'uuid', array: true },
    state: { type: 'text', default: 'open' },
    opened_at: { type: 'timestamptz' },
    ended_at: { type: 'timestamptz', nullable: true },
    reason: { type: 'text', nullable: true },
  },
  uniques: [{ name: 'round_number_once', columns: ['ticket_id', 'number'] }],
  indices: [{ name: 'round_open_once', columns: ['ticket_id'], unique: true, where: `state = 'open'` }],
  checks: [
    { name: 'round_number_positive', expression: 'number > 0' },
    { name: 'round_purpose_known', expression: `purpose in ('authorise', 'ratify')` },
    { name: 'round_state_known', expression: `state in ('open', 'granted', 'refused', 'voided', 'cancelled')` },
    { name: 'round_end_whole', expression: `(state = 'open') = (ended_at is null)` },
  ],
  foreignKeys: [{ name: 'round_ticket_fk', target: 'Ticket', columnNames: ['ticket_id'], referencedColumnNames: ['id'] }],
});

/** `approvals.step`: who must agree at one place of a round. */
const stepSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ApprovalStep',
  schema: 'approvals',
  tableName: 'step',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'step_pk' },
    round_id: { type: 'uuid' },
    position: { type: 'integer' },
    name_lv: { type: 'text' },
    name_en: { type: 'text' },
    rule: { type: 'text' },
    needed: { type: 'integer' },
    state: { type: 'text', default: 'waiting' },
    due_at: { type: 'timestamptz' },
    remind_at: { type: 'timestamptz', nullable: true },
    on_expiry: { type: 'text' },
    escalate_to_ids: { type: 'uuid', array: true },
    client_side: { type: 'boolean', default: false },
    opened_at: { type: 'timestamptz', nullable: true },
    ended_at: { type: 'timestamptz', nullable: true },
    escalated_at: { type: 'timestamptz', nullable: true },
  },
  indices: [
    { name: 'step_by_round', columns: ['round_id', 'position'] },
    { name: 'step_due', columns: ['due_at'], where: `state = 'open'` },
    { name: 'step_remind', columns: ['remind_at'], where: `state = 'open' and remind_at is not null` },
  ],
  checks: [
    { name: 'step_rule_known', expression: `rule in ('all', 'any', 'n_of')` },
    { name: 'step_needed_positive', expression: 'needed > 0' },
    { name: 'step_state_known', expression: `state in ('waiting', 'open', 'approved', 'refused', 'cancelled')` },
    { name: 'step_expiry_known', expression: `on_expiry in ('escalate', 'reject')` },
    { name: 'step_opened', expression: `state in ('waiting', 'cancelled') or opened_at is not null` },
    { name: 'step_ended', expression: `(state in ('waiting', 'open')) = (ended_at is null)` },
  ],
  foreignKeys: [{ name: 'step_round_fk', target: 'ApprovalRound', columnNames: ['round_id'], referencedColumnNames: ['id'] }],
});

/** `approvals.approval`: one person's word in a step. A trigger refuses to change it once it is no longer pending. */
const approvalSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Approval',
  schema: 'approvals',
  tableName: 'approval',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'approval_pk' },
    step_id: { type: 'uuid' },
    approver_id: { type: 'uuid' },
    state: { type: 'text', default: 'pending' },
    decided_at: { type: 'timestamptz', nullable: true },
    reason: { type: 'text', nullable: true },
    channel: { type: 'text', nullable: true },
    delegated_from_id: { type: 'uuid', nullable: true },
    chain: { type: 'smallint', default: 0 },
    escalated: { type: 'boolean', default: false },
  },
  uniques: [{ name: 'approval_person_once', columns: ['step_id', 'approver_id'] }],
  indices: [{ name: 'approval_by_approver', columns: ['approver_id', 'state'] }],
  checks: [
    { name: 'approval_state_known', expression: `state in ('pending', 'approved', 'rejected', 'delegated', 'expired', 'cancelled')` },
    { name: 'approval_decided', expression: `(state = 'pending') = (decided_at is null)` },
    { name: 'approval_channel_known', expression: `channel in ('desk', 'mail')` },
    { name: 'approval_channel_whole', expression: `(state in ('approved', 'rejected')) = (channel is not null)` },
    { name: 'approval_rejection_reason', expression: `state <> 'rejected' or reason is not null` },
    { name: 'approval_chain_length', expression: 'chain between 0 and 2' },
    { name: 'approval_chain_whole', expression: '(chain > 0) = (delegated_from_id is not null)' },
    { name: 'approval_reason_length', expression: 'length(reason) between 1 and 2000' },
  ],
  foreignKeys: [
    { name: 'approval_step_fk', target: 'ApprovalStep', columnNames: ['step_id'], referencedColumnNames: ['id'] },
    { name: 'approval_approver_fk', target: 'AppUser', columnNames: ['approver_id'], referencedColumnNames: ['id'] },
    { name: 'approval_delegated_from_fk', target: 'Approval', columnNames: ['delegated_from_id'], referencedColumnNames: ['id'] },
  ],
});

/** `approvals.link`: the single-purpose tokens of mails, hashed. */
const linkSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ApprovalLink',
  schema: 'approvals',
  tableName: 'link',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'link_pk' },
    approval_id: { type: 'uuid' },
    token_hash: { type: 'text' },
    created_at: { type: 'timestamptz' },
    spent_at: { type: 'timestamptz', nullable: true },
  },
  uniques: [{ name: 'link_token_once', columns: ['token_hash'] }],
  indices: [{ name: 'link_by_approval', columns: ['approval_id'] }],
  checks: [{ name: 'link_token_length', expression: 'length(token_hash) = 64' }],
  foreignKeys: [{ name: 'link_approval_fk', target: 'Approval', columnNames: ['approval_id'], referencedColumnNames: ['id'] }],
});

export const approvalsSchemas = [roundSchema, stepSchema, approvalSchema, linkSchema];
