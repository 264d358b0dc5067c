import { EntitySchema } from 'typeorm';
import type { Instant } from '#kernel';

export interface SetupLinkRow {
  token_hash: Buffer;
  created_at: Instant;
  expires_at: Instant;
  used_at: Instant | null;
  used_by: string | null;
}

export const setupLinkSchema = new EntitySchema<SetupLinkRow>({
  name: 'SetupLink',
  schema: 'identity',
  tableName: 'setup_link',
  columns: {
    token_hash: { type: 'bytea', primary: true, primaryKeyConstraintName: 'pk_setup_link' },
    created_at: { type: 'timestamptz', default: () => 'now()' },
    expires_at: { type: 'timestamptz' },
    used_at: { type: 'timestamptz', nullable: true },
    used_by: { type: 'uuid', nullable: true },
  },
  indices: [{ name: 'ix_setup_link_used_by', columns: ['used_by'] }],
  foreignKeys: [{ name: 'fk_setup_link_used_by', target: 'AppUser', columnNames: ['used_by'], referencedColumnNames: ['id'] }],
});
