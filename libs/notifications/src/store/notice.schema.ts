import { EntitySchema } from 'typeorm';

/** `notifications.notice`: what the bell lists. */
export const noticeSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Notice',
  schema: 'notifications',
  tableName: 'notice',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'notice_pk' },
    user_id: { type: 'uuid' },
    at: { type: 'timestamptz' },
    kind: { type: 'text' },
    quiet: { type: 'boolean', default: false },
    ticket_id: { type: 'uuid', nullable: true },
    params: { type: 'jsonb', default: {} },
    dedupe_key: { type: 'text' },
    read_at: { type: 'timestamptz', nullable: true },
  },
  uniques: [{ name: 'notice_once', columns: ['user_id', 'dedupe_key'] }],
  indices: [
    { name: 'notice_user_at', columns: ['user_id', 'at', 'id'] },
    { name: 'notice_unread', columns: ['user_id'], where: 'read_at is null and not quiet' },
    { name: 'notice_ticket', columns: ['ticket_id'] },
  ],
  foreignKeys: [
    { name: 'notice_user_fk', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] },
    { name: 'notice_ticket_fk', target: 'Ticket', columnNames: ['ticket_id'], referencedColumnNames: ['id'] },
  ],
});
