import { EntitySchema } from 'typeorm';
import type { Instant } from '#kernel';

export interface RoleGrantRow {
  id: string;
  user_id: string;
  role: string;
  scope: string;
  scope_id: string | null;
  valid_from: Instant;
  valid_to: Instant | null;
  granted_by: string | null;
  approved_by: string | null;
  without_approver: boolean;
  reason: string | null;
  ended_by: string | null;
  ended_reason: string | null;
  source: string | null;
}

const toUser = (column: string, name: string) => ({ name, target: 'AppUser', columnNames: [column], referencedColumnNames: ['id'] });

export const roleGrantSchema = new EntitySchema<RoleGrantRow>({
  name: 'RoleGrant',
  schema: 'identity',
  tableName: 'role_grant',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_role_grant' },
    user_id: { type: 'uuid' },
    role: { type: 'text' },
    scope: { type: 'text', default: 'all' },
    scope_id: { type: 'uuid', nullable: true },
    valid_from: { type: 'timestamptz', default: () => 'now()' },
    valid_to: { type: 'timestamptz', nullable: true },
    granted_by: { type: 'uuid', nullable: true },
    approved_by: { type: 'uuid', nullable: true },
    without_approver: { type: 'boolean', default: false },
    reason: { type: 'text', nullable: true },
    ended_by: { type: 'uuid', nullable: true },
    ended_reason: { type: 'text', nullable: true },
    source: { type: 'text', nullable: true },
  },
  indices: [
    { name: 'ix_role_grant_user', columns: ['user_id'] },
    { name: 'ix_role_grant_role', columns: ['role'] },
    { name: 'ix_role_grant_granted_by', columns: ['granted_by'] },
    { name: 'ix_role_grant_approved_by', columns: ['approved_by'] },
    { name: 'ix_role_grant_ended_by', columns: ['ended_by'] },
  ],
  foreignKeys: [
    toUser('user_id', 'fk_role_grant_user'),
    toUser('granted_by', 'fk_role_grant_granted_by'),
    toUser('approved_by', 'fk_role_grant_approved_by'),
    toUser('ended_by', 'fk_role_grant_ended_by'),
  ],
  checks: [
    {
      name: 'ck_role_grant_role',
      expression: `role in ('requester', 'institution_coordinator', 'agent', 'group_lead', 'change_manager', 'cab_member', 'process_owner', 'manager', 'survey_officer', 'asset_manager', 'auditor', 'administrator')`,
    },
    { name: 'ck_role_grant_scope', expression: `scope in ('all', 'institution', 'group', 'process')` },
    { name: 'ck_role_grant_scope_id', expression: `(scope = 'all') = (scope_id is null)` },
    { name: 'ck_role_grant_validity', expression: 'valid_to is null or valid_to > valid_from' },
    { name: 'ck_role_grant_not_self', expression: 'granted_by <> user_id and approved_by <> user_id' },
    { name: 'ck_role_grant_two_people', expression: 'approved_by <> granted_by' },
  ],
});
