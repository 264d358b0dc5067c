import { EntitySchema } from 'typeorm';

/** `notifications.rating_mail`: when somebody is asked for a rating by mail, and what became of it. */
export const ratingMailSchema = new EntitySchema<Record<string, unknown>>({
  name: 'RatingMail',
  schema: 'notifications',
  tableName: 'rating_mail',
  columns: {
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'rating_mail_pk' },
    cycle: { type: 'integer', primary: true, primaryKeyConstraintName: 'rating_mail_pk' },
    user_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'rating_mail_pk' },
    due_at: { type: 'timestamptz' },
    state: { type: 'text', default: 'waiting' },
    reason: { type: 'text', nullable: true },
    decided_at: { type: 'timestamptz', nullable: true },
  },
  indices: [
    { name: 'rating_mail_due', columns: ['due_at'], where: `state = 'waiting'` },
    { name: 'rating_mail_user', columns: ['user_id'] },
  ],
  checks: [
    { name: 'rating_mail_cycle', expression: 'cycle > 0' },
    { name: 'rating_mail_state', expression: `state in ('waiting', 'written', 'dropped')` },
    { name: 'rating_mail_reason', expression: `(state = 'dropped') = (reason is not null)` },
    { name: 'rating_mail_decided', expression: `(state = 'waiting') = (decided_at is null)` },
  ],
  foreignKeys: [
    { name: 'rating_mail_ticket_fk', target: 'Ticket', columnNames: ['ticket_id'], referencedColumnNames: ['id'] },
    { name: 'rating_mail_user_fk', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] },
  ],
});
