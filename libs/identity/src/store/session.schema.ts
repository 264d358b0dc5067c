import { EntitySchema } from 'typeorm';
import type { Instant } from '#kernel';

export interface SessionRow {
  id_hash: Buffer;
  id: string;
  user_id: string;
  created_at: Instant;
  last_seen_at: Instant;
  expires_at: Instant;
  address: string | null;
  user_agent: string | null;
  awaits: string | null;
  provider: string | null;
}

export const sessionSchema = new EntitySchema<SessionRow>({
  name: 'Session',
  schema: 'identity',
  tableName: 'session',
  columns: {
    id_hash: { type: 'bytea', primary: true, primaryKeyConstraintName: 'pk_session' },
    id: { type: 'uuid' },
    user_id: { type: 'uuid' },
    created_at: { type: 'timestamptz', default: () => 'now()' },
    last_seen_at: { type: 'timestamptz', default: () => 'now()' },
    expires_at: { type: 'timestamptz' },
    address: { type: 'text', nullable: true },
    user_agent: { type: 'text', nullable: true },
    awaits: { type: 'text', nullable: true },
    provider: { type: 'text', nullable: true },
  },
  uniques: [{ name: 'uq_session_id', columns: ['id'] }],
  checks: [{ name: 'ck_session_awaits', expression: `awaits in ('code', 'enrolment')` }],
  indices: [
    { name: 'ix_session_user', columns: ['user_id'] },
    { name: 'ix_session_expires_at', columns: ['expires_at'] },
  ],
  foreignKeys: [{ name: 'fk_session_user', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] }],
});
