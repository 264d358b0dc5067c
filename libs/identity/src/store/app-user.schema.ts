import { EntitySchema } from 'typeorm';
import type { Instant } from '#kernel';

export interface AppUserRow {
  id: string;
  login: string | null;
  name: string;
  search_text: string;
  email: string | null;
  phone: string | null;
  locale: string;
  institution_id: string;
  unit_id: string | null;
  external_subject: string | null;
  password_hash: string | null;
  password_changed_at: Instant | null;
  active: boolean;
  created_at: Instant;
}

export const appUserSchema = new EntitySchema<AppUserRow>({
  name: 'AppUser',
  schema: 'identity',
  tableName: 'app_user',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_app_user' },
    login: { type: 'text', nullable: true },
    name: { type: 'text', collation: 'lv-x-icu' },
    search_text: { type: 'text' },
    email: { type: 'text', nullable: true },
    phone: { type: 'text', nullable: true },
    locale: { type: 'text', default: 'lv' },
    institution_id: { type: 'uuid' },
    unit_id: { type: 'uuid', nullable: true },
    external_subject: { type: 'text', nullable: true },
    password_hash: { type: 'text', nullable: true, select: false },
    password_changed_at: { type: 'timestamptz', nullable: true },
    active: { type: 'boolean', default: true },
    created_at: { type: 'timestamptz', default: () => 'now()' },
  },
  uniques: [
    { name: 'uq_app_user_login', columns: ['login'] },
    { name: 'uq_app_user_external_subject', columns: ['external_subject'] },
  ],
  indices: [
    { name: 'ix_app_user_institution', columns: ['institution_id', 'name', 'id'] },
    { name: 'ix_app_user_name', columns: ['name', 'id'] },
    { name: 'ix_app_user_unit', columns: ['unit_id'] },
    // A GIN index with an operator class, which the mapping cannot express.
    { name: 'ix_app_user_search', columns: ['search_text'], synchronize: false },
  ],
  foreignKeys: [
    { name: 'fk_app_user_institution', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
    { name: 'fk_app_user_unit', target: 'OrgUnit', columnNames: ['unit_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_app_user_login', expression: `login = lower(login) and login <> ''` },
    { name: 'ck_app_user_name', expression: `name <> ''` },
    { name: 'ck_app_user_locale', expression: `locale in ('lv', 'en')` },
    { name: 'ck_app_user_password', expression: 'password_hash is null or login is not null' },
  ],
});
