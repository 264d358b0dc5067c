import { EntitySchema } from 'typeorm';

const cabMeetingSchema = new EntitySchema<Record<string, unknown>>({
  name: 'CabMeeting',
  schema: 'changes',
  tableName: 'cab_meeting',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'cab_meeting_pk' },
    title: { type: 'text' },
    starts_at: { type: 'timestamptz' },
    place: { type: 'text', nullable: true },
    quorum: { type: 'integer' },
    state: { type: 'text', default: 'planned' },
    minutes: { type: 'text', nullable: true },
    called_by_id: { type: 'uuid' },
    opened_at: { type: 'timestamptz', nullable: true },
    closed_at: { type: 'timestamptz', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [{ name: 'cab_meeting_starts_at', columns: ['starts_at', 'id'] }],
  foreignKeys: [{ name: 'cab_meeting_called_by_fk', target: 'AppUser', columnNames: ['called_by_id'], referencedColumnNames: ['id'] }],
  checks: [
    { name: 'cab_meeting_state_known', expression: `state in ('planned', 'open', 'closed', 'cancelled')` },
    { name: 'cab_meeting_quorum_positive', expression: 'quorum > 0' },
    { name: 'cab_meeting_end_whole', expression: `(state in ('closed', 'cancelled')) = (closed_at is not null)` },
    { name: 'cab_meeting_minutes', expression: `state <> 'closed' or minutes is not null` },
  ],
});

const cabMemberSchema = new EntitySchema<Record<string, unknown>>({
  name: 'CabMember',
  schema: 'changes',
  tableName: 'cab_member',
  columns: {
    meeting_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'cab_member_pk' },
    user_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'cab_member_pk' },
    present: { type: 'boolean', nullable: true },
  },
  indices: [{ name: 'cab_member_by_user', columns: ['user_id'] }],
  foreignKeys: [
    { name: 'cab_member_meeting_fk', target: 'CabMeeting', columnNames: ['meeting_id'], referencedColumnNames: ['id'] },
    { name: 'cab_member_user_fk', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] },
  ],
});

const cabAgendaItemSchema = new EntitySchema<Record<string, unknown>>({
  name: 'CabAgendaItem',
  schema: 'changes',
  tableName: 'cab_agenda_item',
  columns: {
    meeting_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'cab_agenda_item_pk' },
    change_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'cab_agenda_item_pk' },
    position: { type: 'integer' },
    notes: { type: 'text', nullable: true },
    result: { type: 'text', nullable: true },
    approved: { type: 'integer', nullable: true },
    rejected: { type: 'integer', nullable: true },
  },
  indices: [{ name: 'cab_agenda_item_by_change', columns: ['change_id'] }],
  foreignKeys: [
    { name: 'cab_agenda_item_meeting_fk', target: 'CabMeeting', columnNames: ['meeting_id'], referencedColumnNames: ['id'] },
    { name: 'cab_agenda_item_change_fk', target: 'Change', columnNames: ['change_id'], referencedColumnNames: ['ticket_id'] },
  ],
  checks: [{ name: 'cab_agenda_item_result_known', expression: `result in ('granted', 'refused', 'open', 'none')` }],
});

export const meetingSchemas = [cabMeetingSchema, cabMemberSchema, cabAgendaItemSchema];
