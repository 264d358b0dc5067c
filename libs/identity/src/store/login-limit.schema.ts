import { EntitySchema } from 'typeorm';
import type { Instant } from '#kernel';

export interface LoginLimitRow {
  kind: string;
  key_hash: Buffer;
  attempts: number;
  window_ends_at: Instant;
}

export const loginLimitSchema = new EntitySchema<LoginLimitRow>({
  name: 'LoginLimit',
  schema: 'identity',
  tableName: 'login_limit',
  columns: {
    kind: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_login_limit' },
    key_hash: { type: 'bytea', primary: true, primaryKeyConstraintName: 'pk_login_limit' },
    attempts: { type: 'integer' },
    window_ends_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'ix_login_limit_window_ends_at', columns: ['window_ends_at'] }],
  checks: [
    { name: 'ck_login_limit_kind', expression: `kind in ('account', 'address', 'code', 'reset', 'reset_address', 'client', 'outside')` },
    { name: 'ck_login_limit_attempts', expression: 'attempts >= 0' },
  ],
});
