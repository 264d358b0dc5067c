import { EntitySchema } from 'typeorm';

export interface GroupMemberRow {
  group_id: string;
  user_id: string;
}

export const groupMemberSchema = new EntitySchema<GroupMemberRow>({
  name: 'GroupMember',
  schema: 'identity',
  tableName: 'group_member',
  columns: {
    group_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_group_member' },
    user_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_group_member' },
  },
  indices: [{ name: 'ix_group_member_user', columns: ['user_id'] }],
  foreignKeys: [
    { name: 'fk_group_member_group', target: 'SupportGroup', columnNames: ['group_id'], referencedColumnNames: ['id'] },
    { name: 'fk_group_member_user', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] },
  ],
});
