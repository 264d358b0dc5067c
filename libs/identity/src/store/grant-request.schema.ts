import { EntitySchema } from 'typeorm';

const toUser = (column: string, name: string) => ({ name, target: 'AppUser', columnNames: [column], referencedColumnNames: ['id'] });

/** `identity.grant_request`: a role that counts for nobody before a second person approved it. */
export const grantRequestSchema = new EntitySchema<Record<string, unknown>>({
  name: 'GrantRequest',
  schema: 'identity',
  tableName: 'grant_request',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_grant_request' },
    user_id: { type: 'uuid' },
    role: { type: 'text' },
    scope: { type: 'text' },
    scope_id: { type: 'uuid', nullable: true },
    valid_to: { type: 'timestamptz', nullable: true },
    reason: { type: 'text' },
    requested_by: { type: 'uuid', nullable: true },
    requested_at: { type: 'timestamptz' },
    state: { type: 'text', default: 'pending' },
    decided_by: { type: 'uuid', nullable: true },
    decided_at: { type: 'timestamptz', nullable: true },
    decision_reason: { type: 'text', nullable: true },
    grant_id: { type: 'uuid', nullable: true },
    source: { type: 'text', nullable: true },
  },
  indices: [
    { name: 'ix_grant_request_user', columns: ['user_id'] },
    { name: 'ix_grant_request_requested_by', columns: ['requested_by'] },
    { name: 'ix_grant_request_decided_by', columns: ['decided_by'] },
    { name: 'ix_grant_request_grant', columns: ['grant_id'] },
    { name: 'ix_grant_request_latest', columns: ['state', 'requested_at'] },
  ],
  foreignKeys: [
    toUser('user_id', 'fk_grant_request_user'),
    toUser('requested_by', 'fk_grant_request_requested_by'),
    toUser('decided_by', 'fk_grant_request_decided_by'),
    { name: 'fk_grant_request_grant', target: 'RoleGrant', columnNames: ['grant_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_grant_request_asked', expression: 'requested_by is not null or source is not null' },
    { name: 'ck_grant_request_scope', expression: `(scope = 'all') = (scope_id is null)` },
    { name: 'ck_grant_request_state', expression: `state in ('pending', 'approved', 'refused', 'withdrawn')` },
    { name: 'ck_grant_request_decided', expression: `(state = 'pending') = (decided_at is null)` },
    { name: 'ck_grant_request_granted', expression: `(state = 'approved') = (grant_id is not null)` },
    { name: 'ck_grant_request_two_people', expression: `state = 'withdrawn' or decided_by <> requested_by` },
    { name: 'ck_grant_request_not_self', expression: 'requested_by <> user_id and decided_by <> user_id' },
  ],
});
