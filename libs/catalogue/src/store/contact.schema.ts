import { EntitySchema } from 'typeorm';

/** `catalogue.contact`: its one row says by which number the desk is reached. */
export const contactSchema = new EntitySchema<Record<string, unknown>>({
  name: 'DeskContact',
  schema: 'catalogue',
  tableName: 'contact',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_contact' },
    phone: { type: 'text', nullable: true },
    note_lv: { type: 'text', nullable: true },
    note_en: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  checks: [
    { name: 'ck_contact_one', expression: `id = '00000000-0000-4000-8000-000000000112'` },
    { name: 'ck_contact_notes_need_phone', expression: 'phone is not null or (note_lv is null and note_en is null)' },
  ],
});
