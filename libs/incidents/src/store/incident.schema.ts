import { EntitySchema } from 'typeorm';
import { communicationSchema } from './communication.schema.js';
import { referenceWordSchema } from './reference-word.schema.js';

export const incidentSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Incident',
  schema: 'incidents',
  tableName: 'incident',
  columns: {
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'incident_pk' },
    type: { type: 'text', default: 'incident' },
    major: { type: 'boolean', default: false },
    security: { type: 'boolean', default: false },
    caused_by_change_id: { type: 'uuid', nullable: true },
    backdating_reason: { type: 'text', nullable: true },
    hold_since: { type: 'timestamptz', nullable: true },
    hold_question: { type: 'text', nullable: true },
    hold_until: { type: 'timestamptz', nullable: true },
    hold_agreed: { type: 'boolean', default: false },
    hold_count: { type: 'integer', default: 0 },
    answer_due_at: { type: 'timestamptz', nullable: true },
    reminder_due_at: { type: 'timestamptz', nullable: true },
    reminder_count: { type: 'smallint', default: 0 },
    resolution_code: { type: 'text', nullable: true },
    resolution_text: { type: 'text', nullable: true },
    breach_reason: { type: 'text', nullable: true },
    closes_at: { type: 'timestamptz', nullable: true },
    cancellation_reason: { type: 'text', nullable: true },
    aware_at: { type: 'timestamptz', nullable: true },
    warning_sent_at: { type: 'timestamptz', nullable: true },
    notification_sent_at: { type: 'timestamptz', nullable: true },
    final_report_sent_at: { type: 'timestamptz', nullable: true },
    major_proposed_at: { type: 'timestamptz', nullable: true },
    major_decided_at: { type: 'timestamptz', nullable: true },
    update_due_at: { type: 'timestamptz', nullable: true },
    affected_people: { type: 'integer', default: 0 },
    affected_institutions: { type: 'integer', default: 0 },
    affected_event: { type: 'bigint', default: 0 },
  },
  indices: [
    { name: 'incident_closes_at', columns: ['closes_at'], where: 'closes_at is not null' },
    { name: 'incident_hold_until', columns: ['hold_until'], where: 'hold_until is not null' },
    { name: 'incident_reminder_due_at', columns: ['reminder_due_at'], where: 'reminder_due_at is not null' },
    { name: 'incident_update_due_at', columns: ['update_due_at'], where: 'update_due_at is not null' },
    { name: 'incident_answer_due_at', columns: ['answer_due_at'], where: 'answer_due_at is not null' },
  ],
  foreignKeys: [
    { name: 'incident_ticket_fk', target: 'Ticket', columnNames: ['ticket_id', 'type'], referencedColumnNames: ['id', 'type'] },
  ],
  checks: [
    { name: 'incident_type', expression: `type = 'incident'` },
    { name: 'incident_affected_whole', expression: '(affected_people = 0) = (affected_institutions = 0)' },
    { name: 'incident_resolution_whole', expression: '(resolution_code is null) = (resolution_text is null)' },
    { name: 'incident_reports_after_awareness', expression: 'warning_sent_at >= aware_at and notification_sent_at >= aware_at' },
    { name: 'incident_final_after_notification', expression: 'final_report_sent_at >= notification_sent_at' },
    { name: 'incident_cancellation_reason_known', expression: `cancellation_reason in ('withdrawn', 'duplicate', 'invalid', 'test')` },
  ],
});

export const incidentsSchemas = [incidentSchema, communicationSchema, referenceWordSchema];
