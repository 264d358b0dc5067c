import { EntitySchema } from 'typeorm';

const toUser = (column: string, name: string) => ({ name, target: 'AppUser', columnNames: [column], referencedColumnNames: ['id'] });

/** `identity.absence`: days on which people are away, both ends included, and who stands in for them. */
export const absenceSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Absence',
  schema: 'identity',
  tableName: 'absence',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_absence' },
    user_id: { type: 'uuid' },
    first_day: { type: 'date' },
    last_day: { type: 'date' },
    delegate_id: { type: 'uuid', nullable: true },
    created_at: { type: 'timestamptz', default: () => 'now()' },
    begun_at: { type: 'timestamptz', nullable: true },
  },
  indices: [
    { name: 'ix_absence_user', columns: ['user_id', 'last_day'] },
    { name: 'ix_absence_delegate', columns: ['delegate_id'] },
    { name: 'ix_absence_not_begun', columns: ['first_day'], where: 'begun_at is null' },
  ],
  foreignKeys: [toUser('user_id', 'fk_absence_user'), toUser('delegate_id', 'fk_absence_delegate')],
  checks: [
    { name: 'ck_absence_days', expression: 'last_day between first_day and first_day + 366' },
    { name: 'ck_absence_delegate', expression: 'delegate_id <> user_id' },
  ],
  exclusions: [{ name: 'ex_absence_overlap', expression: `using gist (user_id with =, daterange(first_day, last_day, '[]') with &&)` }],
});
