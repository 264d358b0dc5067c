import { EntitySchema } from 'typeorm';

/** `identity.reset_request`: what somebody typed who has forgotten his password; gone as soon as the worker has looked at it. */
export const resetRequestSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ResetRequest',
  schema: 'identity',
  tableName: 'reset_request',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_reset_request' },
    asked: { type: 'text' },
    created_at: { type: 'timestamptz', default: () => 'now()' },
  },
});

/** `identity.reset_link`: links by which a password is set anew; the token is in the mail alone. */
export const resetLinkSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ResetLink',
  schema: 'identity',
  tableName: 'reset_link',
  columns: {
    token_hash: { type: 'bytea', primary: true, primaryKeyConstraintName: 'pk_reset_link' },
    user_id: { type: 'uuid' },
    created_at: { type: 'timestamptz', default: () => 'now()' },
    expires_at: { type: 'timestamptz' },
    used_at: { type: 'timestamptz', nullable: true },
  },
  indices: [{ name: 'ix_reset_link_user', columns: ['user_id'] }],
  foreignKeys: [{ name: 'fk_reset_link_user', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] }],
});

export const resetSchemas = [resetRequestSchema, resetLinkSchema];
