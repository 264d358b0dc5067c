import { EntitySchema } from 'typeorm';

const toUser = (column: string, name: string) => ({ name, target: 'AppUser', columnNames: [column], referencedColumnNames: ['id'] });

/** `identity.api_client`: programs that ask the API; name and institution stand in the person's row behind it. */
export const apiClientSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ApiClient',
  schema: 'identity',
  tableName: 'api_client',
  columns: {
    user_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_api_client' },
    scopes: { type: 'text', array: true },
    read_only: { type: 'boolean' },
    per_minute: { type: 'integer' },
    created_by: { type: 'uuid' },
    created_at: { type: 'timestamptz', default: () => 'now()' },
    token_hash: { type: 'bytea', nullable: true },
    token_prefix: { type: 'text', nullable: true },
    token_issued_at: { type: 'timestamptz', nullable: true },
    expires_at: { type: 'timestamptz', nullable: true },
    last_used_at: { type: 'timestamptz', nullable: true },
    revoked_at: { type: 'timestamptz', nullable: true },
    revoked_by: { type: 'uuid', nullable: true },
  },
  uniques: [{ name: 'uq_api_client_token', columns: ['token_hash'] }],
  indices: [
    { name: 'ix_api_client_created_by', columns: ['created_by'] },
    { name: 'ix_api_client_revoked_by', columns: ['revoked_by'] },
  ],
  foreignKeys: [
    toUser('user_id', 'fk_api_client_user'),
    toUser('created_by', 'fk_api_client_created_by'),
    toUser('revoked_by', 'fk_api_client_revoked_by'),
  ],
  checks: [
    { name: 'ck_api_client_scopes', expression: 'cardinality(scopes) > 0' },
    { name: 'ck_api_client_per_minute', expression: 'per_minute between 1 and 6000' },
    { name: 'ck_api_client_token', expression: '(token_hash is null) = (expires_at is null)' },
    { name: 'ck_api_client_expiry', expression: `expires_at <= token_issued_at + interval '366 days'` },
  ],
});
