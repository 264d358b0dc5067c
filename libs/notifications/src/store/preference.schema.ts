import { EntitySchema } from 'typeorm';

/** `notifications.preference`: what a person decided about what he is told. Whoever decided nothing has no row. */
export const preferenceSchema = new EntitySchema<Record<string, unknown>>({
  name: 'NoticePreference',
  schema: 'notifications',
  tableName: 'preference',
  columns: {
    user_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'preference_pk' },
    ways: { type: 'jsonb', default: {} },
    quiet_from: { type: 'smallint', nullable: true },
    quiet_to: { type: 'smallint', nullable: true },
    quiet_days_off: { type: 'boolean', default: false },
    urgent_at_once: { type: 'boolean', default: true },
    digest_hour: { type: 'smallint', nullable: true },
    updated_at: { type: 'timestamptz' },
  },
  checks: [
    { name: 'preference_quiet_whole', expression: '(quiet_from is null) = (quiet_to is null)' },
    {
      name: 'preference_quiet_hours',
      expression: 'quiet_from between 0 and 23 and quiet_to between 0 and 23 and quiet_from <> quiet_to',
    },
    { name: 'preference_digest_hour', expression: 'digest_hour between 0 and 23' },
  ],
  foreignKeys: [{ name: 'preference_user_fk', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] }],
});
