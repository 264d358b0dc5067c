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
  theme: string;
  institution_id: string;
  unit_id: string | null;
  external_subject: string | null;
  password_hash: string | null;
  password_changed_at: Instant | null;
  active: boolean;
  created_at: Instant;
  external_id: string | null;
  leaves_on: string | null;
  source: string | null;
  version: number;
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
    theme: { type: 'text', default: 'auto' },
    institution_id: { type: 'uuid' },
    unit_id: { type: 'uuid', nullable: true },
    external_subject: { type: 'text', nullable: true },
    password_hash: { type: 'text', nullable: true, select: false },
    password_changed_at: { type: 'timestamptz', nullable: true },
    active: { type: 'boolean', default: true },
    created_at: { type: 'timestamptz', default: () => 'now()' },
    external_id: { type: 'text', nullable: true },
    leaves_on: { type: 'date', nullable: true },
    source: { type: 'text', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  uniques: [
    { name: 'uq_app_user_login', columns: ['login'] },
    { name: 'uq_app_user_external_id', columns: ['external_id'] },
    { name: 'uq_app_user_external_subject', columns: ['external_subject'] },
  ],
  indices: [
    { name: 'ix_app_user_leaves_on', columns: ['leaves_on'], where: 'active and leaves_on is not null' },
    { name: 'ix_app_user_source', columns: ['source'], where: 'source is not null' },
    { name: 'ix_app_user_institution', columns: ['institution_id', 'name', 'id'] },
    { name: 'ix_app_user_name', columns: ['name', 'id'] },
    { name: 'ix_app_user_unit', columns: ['unit_id'] },
    // An index over an expression and one with an operator class: the mapping can express neither.
    { name: 'ix_app_user_email', synchronize: false },
    { name: 'ix_app_user_search', columns: ['search_text'], synchronize: false },
    // On `lower(email)`, which the mapping cannot express either.
    { name: 'ix_app_user_mail', columns: ['email'], synchronize: false },
  ],
  foreignKeys: [
    { name: 'fk_app_user_institution', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
    { name: 'fk_app_user_unit', target: 'OrgUnit', columnNames: ['unit_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_app_user_login', expression: `login = lower(login) and login <> ''` },
    { name: 'ck_app_user_name', expression: `name <> ''` },
    { name: 'ck_app_user_theme', expression: `theme in ('auto', 'light', 'dark')` },
    { name: 'ck_app_user_locale', expression: `locale in ('lv', 'en')` },
    { name: 'ck_app_user_password', expression: 'password_hash is null or login is not null' },
  ],
});
