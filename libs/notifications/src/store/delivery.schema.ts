import { EntitySchema } from 'typeorm';

/** `notifications.delivery`: mails, each to one person, on their way or kept in the mailbox. */
export const deliverySchema = new EntitySchema<Record<string, unknown>>({
  name: 'Delivery',
  schema: 'notifications',
  tableName: 'delivery',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'delivery_pk' },
    kind: { type: 'text' },
    user_id: { type: 'uuid' },
    ticket_id: { type: 'uuid', nullable: true },
    dedupe_key: { type: 'text' },
    to_address: { type: 'text' },
    locale: { type: 'text' },
    subject: { type: 'text' },
    body_text: { type: 'text' },
    body_html: { type: 'text' },
    message_id: { type: 'text' },
    thread_id: { type: 'text', nullable: true },
    asks_rating: { type: 'boolean', default: false },
    state: { type: 'text' },
    attempts: { type: 'integer', default: 0 },
    created_at: { type: 'timestamptz' },
    next_attempt_at: { type: 'timestamptz', nullable: true },
    sent_at: { type: 'timestamptz', nullable: true },
    last_error: { type: 'text', nullable: true },
  },
  uniques: [
    { name: 'delivery_once', columns: ['dedupe_key'] },
    { name: 'delivery_message_once', columns: ['message_id'] },
  ],
  checks: [
    { name: 'delivery_state', expression: `state in ('queued', 'sending', 'sent', 'failed', 'mailbox', 'withdrawn')` },
    { name: 'delivery_locale', expression: `locale in ('lv', 'en')` },
    { name: 'delivery_attempts', expression: 'attempts >= 0' },
  ],
  indices: [
    { name: 'delivery_due', columns: ['next_attempt_at'], where: `state in ('queued', 'sending')` },
    { name: 'delivery_mailbox', columns: ['created_at', 'id'] },
    { name: 'delivery_rating_mail', columns: ['user_id', 'created_at'], where: 'asks_rating' },
    { name: 'delivery_user', columns: ['user_id'] },
    { name: 'delivery_ticket', columns: ['ticket_id'] },
  ],
  foreignKeys: [
    { name: 'delivery_user_fk', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] },
    { name: 'delivery_ticket_fk', target: 'Ticket', columnNames: ['ticket_id'], referencedColumnNames: ['id'] },
  ],
});
