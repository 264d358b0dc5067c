import { EntitySchema } from 'typeorm';
import type { Instant } from '#kernel';

export interface SessionRow {
  id_hash: Buffer;
  user_id: string;
  created_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
}

export const sessionSchema = new EntitySchema<SessionRow>({
  name: 'Session',
  schema: 'identity',
  tableName: 'session',
  columns: {
    id_hash: { type: 'bytea', primary: true, primaryKeyConstraintName: 'pk_session' },
    user_id: { type: 'uuid' },
    created_at: { type: 'timestamptz', default: () => 'now()' },
    last_seen_at: { type: 'timestamptz', default: () => 'now()' },
    expires_at: { type: 'timestamptz' },
  },
  indices: [
    { name: 'ix_session_user', columns: ['user_id'] },
    { name: 'ix_session_expires_at', columns: ['expires_at'] },
  ],
  foreignKeys: [{ name: 'fk_session_user', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] }],
});
