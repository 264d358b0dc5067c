import { EntitySchema } from 'typeorm';

const ofUser = (name: string, column = 'user_id') => ({
  name,
  target: 'AppUser',
  columnNames: [column],
  referencedColumnNames: ['id'],
});

/** `identity.second_factor`: the secret of a person's authenticator, sealed; it counts once he has shown a code of it. */
export const secondFactorSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SecondFactor',
  schema: 'identity',
  tableName: 'second_factor',
  columns: {
    user_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_second_factor' },
    sealed_secret: { type: 'bytea' },
    created_at: { type: 'timestamptz', default: () => 'now()' },
    confirmed_at: { type: 'timestamptz', nullable: true },
    last_step: { type: 'bigint', nullable: true },
  },
  foreignKeys: [ofUser('fk_second_factor_user')],
});

/** `identity.recovery_code`: codes for whoever has lost his authenticator; each works once. */
export const recoveryCodeSchema = new EntitySchema<Record<string, unknown>>({
  name: 'RecoveryCode',
  schema: 'identity',
  tableName: 'recovery_code',
  columns: {
    user_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_recovery_code' },
    code_hash: { type: 'bytea', primary: true, primaryKeyConstraintName: 'pk_recovery_code' },
    used_at: { type: 'timestamptz', nullable: true },
  },
  foreignKeys: [ofUser('fk_recovery_code_user')],
});

/** `identity.setting`: what an administrator has decided about signing in. */
export const identitySettingSchema = new EntitySchema<Record<string, unknown>>({
  name: 'IdentitySetting',
  schema: 'identity',
  tableName: 'setting',
  columns: {
    key: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_setting' },
    value: { type: 'jsonb' },
    updated_at: { type: 'timestamptz', default: () => 'now()' },
    updated_by: { type: 'uuid', nullable: true },
  },
  indices: [{ name: 'ix_setting_updated_by', columns: ['updated_by'] }],
  foreignKeys: [ofUser('fk_setting_updated_by', 'updated_by')],
  checks: [{ name: 'ck_setting_key', expression: `key in ('second-factor-for-staff')` }],
});

export const secondFactorSchemas = [secondFactorSchema, recoveryCodeSchema, identitySettingSchema];
