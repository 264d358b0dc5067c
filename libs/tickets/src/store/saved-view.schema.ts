import { EntitySchema } from 'typeorm';

/** Filters, order and columns that somebody keeps under a name. */
export const savedViewSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SavedView',
  schema: 'tickets',
  tableName: 'saved_view',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'saved_view_pk' },
    owner_id: { type: 'uuid' },
    group_id: { type: 'uuid', nullable: true },
    name: { type: 'text' },
    filters: { type: 'jsonb' },
    sort: { type: 'text', nullable: true },
    columns: { type: 'text', array: true },
    position: { type: 'integer' },
    created_at: { type: 'timestamptz' },
    updated_at: { type: 'timestamptz' },
  },
  indices: [
    { name: 'saved_view_by_owner', columns: ['owner_id', 'position', 'id'] },
    { name: 'saved_view_by_group', columns: ['group_id', 'position', 'id'], where: 'group_id is not null' },
  ],
  foreignKeys: [
    { name: 'saved_view_owner_fk', target: 'AppUser', columnNames: ['owner_id'], referencedColumnNames: ['id'] },
    { name: 'saved_view_group_fk', target: 'SupportGroup', columnNames: ['group_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'saved_view_has_name', expression: 'length(name) between 1 and 80' }],
});
