import { EntitySchema } from 'typeorm';

export interface SupportGroupRow {
  id: string;
  name_lv: string;
  name_en: string;
  tier: number;
  is_user_support: boolean;
  calendar_code: string;
  lead_id: string | null;
  email: string | null;
  active: boolean;
  version: number;
}

export const supportGroupSchema = new EntitySchema<SupportGroupRow>({
  name: 'SupportGroup',
  schema: 'identity',
  tableName: 'support_group',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_support_group' },
    name_lv: { type: 'text', collation: 'lv-x-icu' },
    name_en: { type: 'text' },
    tier: { type: 'integer' },
    is_user_support: { type: 'boolean', default: false },
    calendar_code: { type: 'text' },
    lead_id: { type: 'uuid', nullable: true },
    email: { type: 'text', nullable: true },
    active: { type: 'boolean', default: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'uq_support_group_name_lv', columns: ['name_lv'] }],
  indices: [{ name: 'ix_support_group_lead', columns: ['lead_id'] }],
  foreignKeys: [{ name: 'fk_support_group_lead', target: 'AppUser', columnNames: ['lead_id'], referencedColumnNames: ['id'] }],
  checks: [{ name: 'ck_support_group_tier', expression: 'tier between 1 and 3' }],
});
