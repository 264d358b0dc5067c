import { EntitySchema } from 'typeorm';
import { UNLIKE } from './fact-table.js';

const dimensions = { institution_id: { type: 'uuid' }, service_id: { type: 'uuid' }, group_id: { type: 'uuid' } } as const;

/** `kpis.ticket`: how far into a ticket's events its facts reach; also the row under whose lock they are written. */
export const kpiTicketSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiTicket',
  schema: 'kpis',
  tableName: 'ticket',
  columns: {
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_kpi_ticket' },
    first_known_at: { type: 'timestamptz', nullable: true },
    last_known_at: { type: 'timestamptz', nullable: true },
    last_event_id: { type: 'bigint', default: 0 },
    events: { type: 'integer', default: 0 },
  },
  indices: [{ name: 'ix_kpi_ticket_known', columns: ['last_known_at', 'first_known_at'] }],
});

/** `kpis.clock_fact`: one clock cycle as KPI-09 sees it. Edition 0 is alive, others are frozen copies. */
export const clockFactSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiClockFact',
  schema: 'kpis',
  tableName: 'clock_fact',
  columns: {
    edition: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_clock_fact' },
    clock_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_clock_fact' },
    ticket_id: { type: 'uuid' },
    kind: { type: 'text' },
    cycle: { type: 'integer' },
    state: { type: 'text' },
    outcome: { type: 'text', nullable: true },
    outcome_at: { type: 'timestamptz', nullable: true },
    month: { type: 'date', nullable: true },
    exclusion: { type: 'text', nullable: true },
    ...dimensions,
    priority: { type: 'integer' },
    pauses: { type: 'jsonb' },
    agreed_outcome: { type: 'text', nullable: true },
    agreed_at: { type: 'timestamptz', nullable: true },
    agreed_month: { type: 'date', nullable: true },
    amended: { type: 'boolean', default: false },
    started_at: { type: 'timestamptz', nullable: true },
    stopped_at: { type: 'timestamptz', nullable: true },
    worked_seconds: { type: 'integer', nullable: true },
    waited_seconds: { type: 'integer', nullable: true },
    relaxations: { type: 'jsonb', default: [] },
    stays: { type: 'jsonb', default: [] },
    mark: { type: 'text', nullable: true },
    voids: { type: 'integer', default: 0 },
  },
  indices: [
    { name: 'ix_clock_fact_month', columns: ['edition', 'month'] },
    { name: 'ix_clock_fact_agreed', columns: ['edition', 'agreed_month'] },
    { name: 'ix_clock_fact_ticket', columns: ['ticket_id'] },
    { name: 'ix_clock_fact_paused', columns: ['edition', 'outcome_at'], where: `pauses <> '[]'::jsonb` },
    { name: 'ix_clock_fact_pauses', columns: ['edition', 'month'], where: `pauses <> '[]'::jsonb` },
    { name: 'ix_clock_fact_relaxed', columns: ['edition', 'month'], where: `relaxations <> '[]'::jsonb` },
    { name: 'ix_clock_fact_unlike', columns: ['edition', 'month'], where: UNLIKE },
    { name: 'ix_clock_fact_unlike_agreed', columns: ['edition', 'agreed_month'], where: UNLIKE },
  ],
  checks: [
    {
      name: 'ck_clock_fact_kind',
      expression: `kind in ('response', 'resolution', 'ola', 'supplier', 'statutory_warning', 'statutory_notification', 'statutory_final')`,
    },
    { name: 'ck_clock_fact_state', expression: `state in ('running', 'paused', 'stopped', 'cancelled')` },
    {
      name: 'ck_clock_fact_outcome',
      expression: `outcome in ('met', 'breached') and outcome_at is not null or outcome is null and outcome_at is null`,
    },
    { name: 'ck_clock_fact_exclusion', expression: `exclusion in ('cancelled', 'merged', 'test')` },
    { name: 'ck_clock_fact_agreed', expression: `agreed_outcome in ('met', 'breached', 'pending')` },
    { name: 'ck_clock_fact_mark', expression: `mark in ('reopened_after_freeze', 'continued')` },
  ],
});

/** `kpis.rating_fact`: the effective rating of a ticket. */
export const ratingFactSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiRatingFact',
  schema: 'kpis',
  tableName: 'rating_fact',
  columns: {
    edition: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_rating_fact' },
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_rating_fact' },
    rating_id: { type: 'uuid' },
    rater_id: { type: 'uuid' },
    value: { type: 'integer' },
    rated_at: { type: 'timestamptz' },
    month: { type: 'date' },
    ...dimensions,
  },
  indices: [{ name: 'ix_rating_fact_month', columns: ['edition', 'month'] }],
  checks: [{ name: 'ck_rating_fact_value', expression: 'value between 1 and 3' }],
});

/** `kpis.resolution_fact`: a ticket that stands resolved, and whether it was rated. */
export const resolutionFactSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiResolutionFact',
  schema: 'kpis',
  tableName: 'resolution_fact',
  columns: {
    edition: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_resolution_fact' },
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_resolution_fact' },
    resolved_at: { type: 'timestamptz' },
    month: { type: 'date' },
    rated: { type: 'boolean' },
    first_contact: { type: 'boolean', default: false },
    ...dimensions,
  },
  indices: [{ name: 'ix_resolution_fact_month', columns: ['edition', 'month'] }],
});

/** `kpis.first_resolution_fact`: the first time that a ticket was resolved, and whether it was reopened since. */
export const firstResolutionFactSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiFirstResolutionFact',
  schema: 'kpis',
  tableName: 'first_resolution_fact',
  columns: {
    edition: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_first_resolution_fact' },
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_first_resolution_fact' },
    resolved_at: { type: 'timestamptz' },
    month: { type: 'date' },
    reopened: { type: 'boolean' },
    ...dimensions,
  },
  indices: [{ name: 'ix_first_resolution_fact_month', columns: ['edition', 'month'] }],
});

/** `kpis.time_fact`: the contract time of a response or a resolution, in the month of its stop. */
export const timeFactSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiTimeFact',
  schema: 'kpis',
  tableName: 'time_fact',
  columns: {
    edition: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_time_fact' },
    clock_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_time_fact' },
    ticket_id: { type: 'uuid' },
    kind: { type: 'text' },
    cycle: { type: 'integer' },
    stopped_at: { type: 'timestamptz' },
    month: { type: 'date' },
    seconds: { type: 'integer' },
    ...dimensions,
    priority: { type: 'integer' },
  },
  indices: [
    { name: 'ix_time_fact_month', columns: ['edition', 'month', 'kind'] },
    { name: 'ix_time_fact_ticket', columns: ['ticket_id'] },
  ],
  checks: [{ name: 'ck_time_fact_kind', expression: `kind in ('response', 'resolution')` }],
});

/** `kpis.open_fact`: a stretch in which a ticket was open under one group, service and priority. */
export const openFactSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiOpenFact',
  schema: 'kpis',
  tableName: 'open_fact',
  columns: {
    edition: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_open_fact' },
    stretch_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_open_fact' },
    ticket_id: { type: 'uuid' },
    submitted_at: { type: 'timestamptz' },
    from_at: { type: 'timestamptz' },
    to_at: { type: 'timestamptz', nullable: true },
    ...dimensions,
    priority: { type: 'integer' },
  },
  indices: [
    { name: 'ix_open_fact_ended', columns: ['edition', 'to_at'] },
    { name: 'ix_open_fact_lasting', columns: ['edition', 'from_at'], where: 'to_at is null' },
    { name: 'ix_open_fact_ticket', columns: ['ticket_id'] },
    { name: 'ix_open_fact_during', synchronize: false },
  ],
  checks: [{ name: 'ck_open_fact_order', expression: 'to_at > from_at' }],
});

/** `kpis.change_fact`: a change that was implemented. */
export const changeFactSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiChangeFact',
  schema: 'kpis',
  tableName: 'change_fact',
  columns: {
    edition: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_change_fact' },
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_change_fact' },
    kind: { type: 'text' },
    outcome: { type: 'text' },
    ended_at: { type: 'timestamptz' },
    month: { type: 'date' },
    ...dimensions,
    successful: { type: 'boolean' },
    incidents: { type: 'integer' },
    conflict: { type: 'boolean' },
    lead_seconds: { type: 'integer' },
  },
  indices: [
    { name: 'ix_change_fact_month', columns: ['edition', 'month'] },
    { name: 'ix_change_fact_ticket', columns: ['ticket_id'] },
  ],
});
