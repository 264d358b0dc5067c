import { EntitySchema } from 'typeorm';

/** `identity.outside_identity`: who somebody is at a provider, by issuer and subject; names and addresses may change there. */
const outsideIdentitySchema = new EntitySchema<Record<string, unknown>>({
  name: 'OutsideIdentity',
  schema: 'identity',
  tableName: 'outside_identity',
  columns: {
    issuer: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_outside_identity' },
    subject: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_outside_identity' },
    user_id: { type: 'uuid' },
    provider: { type: 'text' },
    linked_by: { type: 'text' },
    created_at: { type: 'timestamptz' },
    last_used_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'ix_outside_identity_user', columns: ['user_id'] }],
  checks: [{ name: 'ck_outside_identity_linked_by', expression: `linked_by in ('external-id', 'mail', 'added')` }],
  foreignKeys: [{ name: 'fk_outside_identity_user', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] }],
});

/** `identity.oidc_attempt`: a browser that was sent to a provider and is expected back; its secret is in its cookie. */
const oidcAttemptSchema = new EntitySchema<Record<string, unknown>>({
  name: 'OidcAttempt',
  schema: 'identity',
  tableName: 'oidc_attempt',
  columns: {
    secret_hash: { type: 'bytea', primary: true, primaryKeyConstraintName: 'pk_oidc_attempt' },
    provider: { type: 'text' },
    next: { type: 'text', nullable: true },
    created_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'ix_oidc_attempt_created_at', columns: ['created_at'] }],
});

export const oidcSchemas = [outsideIdentitySchema, oidcAttemptSchema];
