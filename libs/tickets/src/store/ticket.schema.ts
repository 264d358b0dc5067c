import { EntitySchema } from 'typeorm';
import { OPEN_STATES } from '../domain/ticket.js';

/** What the partial indexes of the queues cover; queries write the same condition. */
export const OPEN_CONDITION = `state in (${OPEN_STATES.map((state) => `'${state}'`).join(', ')})`;

/** All other states: finished tickets for the most part. */
export const DONE_CONDITION = `state not in (${OPEN_STATES.map((state) => `'${state}'`).join(', ')})`;

/** A new problem shares its state with a new incident, but nobody's day is ordered by it: problems have a list of their own (KPI-07). */
export const QUEUED = `t.type <> 'problem'`;

const person = (
  name: string,
  column: string,
): { name: string; target: string; columnNames: string[]; referencedColumnNames: string[] } => ({
  name,
  target: 'AppUser',
  columnNames: [column],
  referencedColumnNames: ['id'],
});

export const ticketSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Ticket',
  schema: 'tickets',
  tableName: 'ticket',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'ticket_pk' },
    number: { type: 'text' },
    type: { type: 'text' },
    title: { type: 'text' },
    description: { type: 'text' },
    requester_id: { type: 'uuid' },
    affected_user_id: { type: 'uuid' },
    created_by_id: { type: 'uuid' },
    institution_id: { type: 'uuid' },
    service_id: { type: 'uuid', nullable: true },
    group_id: { type: 'uuid', nullable: true },
    assignee_id: { type: 'uuid', nullable: true },
    impact: { type: 'smallint' },
    urgency: { type: 'smallint' },
    priority: { type: 'smallint' },
    state: { type: 'text' },
    hold_reason: { type: 'text', nullable: true },
    category: { type: 'text', nullable: true },
    due_at: { type: 'timestamptz', nullable: true },
    due_kind: { type: 'text', nullable: true },
    source: { type: 'text' },
    restricted: { type: 'boolean', default: false },
    origin: { type: 'text', nullable: true },
    submitted_at: { type: 'timestamptz' },
    updated_at: { type: 'timestamptz' },
    resolved_at: { type: 'timestamptz', nullable: true },
    closed_at: { type: 'timestamptz', nullable: true },
    version: { type: 'integer', default: 1 },
    resolver_group_id: { type: 'uuid', nullable: true },
    resolver_id: { type: 'uuid', nullable: true },
    reopen_count: { type: 'integer', default: 0 },
    hop_count: { type: 'integer', default: 0 },
    duplicate_of_id: { type: 'uuid', nullable: true },
    escalation_rank: { type: 'smallint', default: 0 },
    aside_until: { type: 'timestamptz', nullable: true },
    aside_note: { type: 'text', nullable: true },
  },
  uniques: [
    { name: 'ticket_number_key', columns: ['number'] },
    { name: 'ticket_id_type_key', columns: ['id', 'type'] },
  ],
  indices: [
    { name: 'ticket_queue', columns: ['group_id', 'due_at', 'id'], where: OPEN_CONDITION },
    { name: 'ticket_unassigned', columns: ['group_id', 'due_at', 'id'], where: `assignee_id is null and ${OPEN_CONDITION}` },
    { name: 'ticket_assignee', columns: ['assignee_id', 'due_at', 'id'], where: OPEN_CONDITION },
    { name: 'ticket_open_due', columns: ['due_at', 'id'], where: OPEN_CONDITION },
    { name: 'ticket_open_priority', columns: ['priority', 'submitted_at', 'id'], where: OPEN_CONDITION },
    { name: 'ticket_open_institution', columns: ['institution_id', 'due_at', 'id'], where: OPEN_CONDITION },
    { name: 'ticket_open_updated', columns: ['updated_at', 'id'], where: OPEN_CONDITION },
    { name: 'ticket_open_submitted', columns: ['submitted_at', 'id'], where: OPEN_CONDITION },
    { name: 'ticket_open_service', columns: ['service_id', 'due_at', 'id'], where: OPEN_CONDITION },
    { name: 'ticket_open_category', columns: ['category', 'due_at', 'id'], where: `category is not null and ${OPEN_CONDITION}` },
    // What is finished is written here once, when it ends; filing pays nothing for it.
    { name: 'ticket_done_updated', columns: ['updated_at', 'id'], where: DONE_CONDITION },
    { name: 'ticket_done_priority', columns: ['priority', 'submitted_at', 'id'], where: DONE_CONDITION },
    { name: 'ticket_done_due', columns: ['due_at', 'id'], where: `due_at is not null and ${DONE_CONDITION}` },
    { name: 'ticket_resolved', columns: ['submitted_at', 'id'], where: `state = 'resolved'` },
    { name: 'ticket_service', columns: ['service_id', 'submitted_at', 'id'] },
    { name: 'ticket_category', columns: ['category', 'submitted_at', 'id'], where: 'category is not null' },
    { name: 'ticket_submitted', columns: ['submitted_at', 'id'] },
    { name: 'ticket_requester', columns: ['requester_id', 'submitted_at', 'id'] },
    { name: 'ticket_affected_user', columns: ['affected_user_id', 'submitted_at', 'id'], where: 'affected_user_id <> requester_id' },
    { name: 'ticket_created_by', columns: ['created_by_id', 'submitted_at', 'id'], where: 'created_by_id <> requester_id' },
    { name: 'ticket_assignee_ever', columns: ['assignee_id', 'submitted_at', 'id'], where: 'assignee_id is not null' },
    { name: 'ticket_institution', columns: ['institution_id', 'submitted_at', 'id'] },
    { name: 'ticket_group', columns: ['group_id', 'submitted_at', 'id'] },
    { name: 'ticket_duplicate_of', columns: ['duplicate_of_id'], where: 'duplicate_of_id is not null' },
    { name: 'ticket_change_submitted', columns: ['submitted_at', 'id'], where: `type = 'change'` },
    { name: 'ticket_change_state', columns: ['state', 'submitted_at', 'id'], where: `type = 'change'` },
    { name: 'ticket_problem_submitted', columns: ['submitted_at', 'id'], where: `type = 'problem'` },
    { name: 'ticket_problem_state', columns: ['state', 'submitted_at', 'id'], where: `type = 'problem'` },
    { name: 'ticket_aside_until', columns: ['aside_until'], where: 'aside_until is not null' },
    // A GIN index with an operator class, which the mapping cannot express.
    { name: 'ticket_title_words', columns: ['title'], synchronize: false },
  ],
  foreignKeys: [
    person('ticket_requester_fk', 'requester_id'),
    person('ticket_affected_user_fk', 'affected_user_id'),
    person('ticket_created_by_fk', 'created_by_id'),
    person('ticket_assignee_fk', 'assignee_id'),
    person('ticket_resolver_fk', 'resolver_id'),
    { name: 'ticket_institution_fk', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
    { name: 'ticket_service_fk', target: 'Service', columnNames: ['service_id'], referencedColumnNames: ['id'] },
    { name: 'ticket_group_fk', target: 'SupportGroup', columnNames: ['group_id'], referencedColumnNames: ['id'] },
    { name: 'ticket_resolver_group_fk', target: 'SupportGroup', columnNames: ['resolver_group_id'], referencedColumnNames: ['id'] },
    { name: 'ticket_duplicate_of_fk', target: 'Ticket', columnNames: ['duplicate_of_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    {
      name: 'ticket_state_of_type',
      expression: `(type = 'incident' and state in ('new', 'assigned', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled')) or (type = 'change' and state in ('draft', 'assessing', 'awaiting_authorisation', 'scheduled', 'implementing', 'review', 'closed', 'rejected', 'cancelled')) or (type = 'problem' and state in ('new', 'investigating', 'known_error', 'fix_in_progress', 'resolved', 'closed', 'cancelled'))`,
    },
    { name: 'ticket_impact_range', expression: 'impact between 1 and 3' },
    { name: 'ticket_urgency_range', expression: 'urgency between 1 and 3' },
    { name: 'ticket_priority_range', expression: 'priority between 1 and 5' },
    { name: 'ticket_category_of_incident', expression: `category is null or type = 'incident'` },
    { name: 'ticket_hold_has_reason', expression: `(state = 'on_hold') = (hold_reason is not null)` },
    { name: 'ticket_resolved_has_instant', expression: `state <> 'resolved' or resolved_at is not null` },
    { name: 'ticket_end_has_instant', expression: `state not in ('closed', 'cancelled', 'rejected') or closed_at is not null` },
    { name: 'ticket_source_known', expression: `source in ('portal', 'phone', 'email', 'in_person', 'monitoring', 'api', 'import')` },
    { name: 'ticket_aside_note_has_day', expression: 'aside_note is null or aside_until is not null' },
    { name: 'ticket_not_its_own_duplicate', expression: 'duplicate_of_id <> id' },
  ],
});
