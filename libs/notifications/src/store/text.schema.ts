import { EntitySchema } from 'typeorm';

/** `notifications.text`: an administrator's wording over the one that was shipped; null where the shipped one holds. */
export const textSchema = new EntitySchema<Record<string, unknown>>({
  name: 'NoticeText',
  schema: 'notifications',
  tableName: 'text',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'text_pk' },
    key: { type: 'text' },
    text_lv: { type: 'text', nullable: true },
    text_en: { type: 'text', nullable: true },
    version: { type: 'integer' },
    updated_at: { type: 'timestamptz' },
    updated_by: { type: 'uuid' },
  },
  uniques: [{ name: 'text_key_once', columns: ['key'] }],
  foreignKeys: [{ name: 'text_updated_by_fk', target: 'AppUser', columnNames: ['updated_by'], referencedColumnNames: ['id'] }],
});
