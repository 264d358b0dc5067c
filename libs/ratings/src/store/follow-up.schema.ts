import { EntitySchema } from 'typeorm';

/** `ratings.follow_up`: what the lead of the group does about a bad rating. */
export const followUpSchema = new EntitySchema<Record<string, unknown>>({
  name: 'RatingFollowUp',
  schema: 'ratings',
  tableName: 'follow_up',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_follow_up' },
    rating_id: { type: 'uuid' },
    ticket_id: { type: 'uuid' },
    group_id: { type: 'uuid' },
    opened_at: { type: 'timestamptz' },
    due_at: { type: 'timestamptz' },
    state: { type: 'text' },
    contacted: { type: 'boolean', nullable: true },
    note: { type: 'text', nullable: true },
    closed_by: { type: 'uuid', nullable: true },
    closed_at: { type: 'timestamptz', nullable: true },
    reminders: { type: 'integer', default: 0 },
    remind_at: { type: 'timestamptz', nullable: true },
  },
  uniques: [{ name: 'uq_follow_up_rating', columns: ['rating_id'] }],
  indices: [
    { name: 'ix_follow_up_open', columns: ['due_at', 'id'], where: `state = 'open'` },
    { name: 'ix_follow_up_group', columns: ['group_id', 'opened_at', 'id'] },
    { name: 'ix_follow_up_ticket', columns: ['ticket_id'] },
    { name: 'ix_follow_up_closer', columns: ['closed_by'] },
    { name: 'ix_follow_up_remind', columns: ['remind_at'], where: 'remind_at is not null' },
  ],
  checks: [
    { name: 'ck_follow_up_state', expression: `state in ('open', 'done', 'withdrawn')` },
    { name: 'ck_follow_up_closed', expression: `(state = 'open') = (closed_at is null)` },
    { name: 'ck_follow_up_done', expression: `(state = 'done') = (note is not null and contacted is not null and closed_by is not null)` },
    { name: 'ck_follow_up_reminders', expression: 'reminders between 0 and 2' },
    { name: 'ck_follow_up_remind_at', expression: `remind_at is null or state = 'open'` },
    { name: 'ck_follow_up_note', expression: 'note is null or length(note) between 1 and 2000' },
  ],
  foreignKeys: [
    { name: 'fk_follow_up_rating', target: 'Rating', columnNames: ['rating_id'], referencedColumnNames: ['id'] },
    { name: 'fk_follow_up_ticket', target: 'Ticket', columnNames: ['ticket_id'], referencedColumnNames: ['id'] },
    { name: 'fk_follow_up_group', target: 'SupportGroup', columnNames: ['group_id'], referencedColumnNames: ['id'] },
    { name: 'fk_follow_up_closer', target: 'AppUser', columnNames: ['closed_by'], referencedColumnNames: ['id'] },
  ],
});
