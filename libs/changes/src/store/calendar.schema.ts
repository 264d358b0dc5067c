import { EntitySchema, type EntitySchemaColumnOptions } from 'typeorm';

type Row = Record<string, unknown>;

const empty = (type: 'uuid' | 'text' | 'date' | 'jsonb' | 'tstzrange'): EntitySchemaColumnOptions => ({ type, nullable: true });
const nil = (column: string): string => `coalesce(${column}, '00000000-0000-0000-0000-000000000000'::uuid)`;

/** `changes.freeze_window`: when nothing is changed; for all, for a service or for an institution. */
const freezeWindowSchema = new EntitySchema<Row>({
  name: 'FreezeWindow',
  schema: 'changes',
  tableName: 'freeze_window',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'freeze_window_pk' },
    period: { type: 'tstzrange' },
    scope: { type: 'text' },
    service_id: empty('uuid'),
    institution_id: empty('uuid'),
    reason: { type: 'text' },
    set_by_id: empty('uuid'),
    set_at: { type: 'timestamptz' },
    version: { type: 'integer', default: 1 },
  },
  indices: [{ name: 'freeze_window_period', synchronize: false }],
  foreignKeys: [
    { name: 'freeze_window_service_fk', target: 'Service', columnNames: ['service_id'], referencedColumnNames: ['id'] },
    { name: 'freeze_window_institution_fk', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
    { name: 'freeze_window_set_by_fk', target: 'AppUser', columnNames: ['set_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'freeze_window_scope', expression: `scope in ('all', 'service', 'institution')` },
    {
      name: 'freeze_window_whom',
      expression: `(scope = 'service') = (service_id is not null) and (scope = 'institution') = (institution_id is not null)`,
    },
    { name: 'freeze_window_bounded', expression: 'not lower_inf(period) and not upper_inf(period) and not isempty(period)' },
    { name: 'freeze_window_reason', expression: `reason <> ''` },
  ],
  exclusions: [
    {
      name: 'freeze_window_overlap',
      expression: `USING gist (${nil('service_id')} WITH =, ${nil('institution_id')} WITH =, period WITH &&)`,
    },
  ],
});

/** `changes.maintenance_window`: the hours of a service's maintenance, by the week or once. */
const maintenanceWindowSchema = new EntitySchema<Row>({
  name: 'MaintenanceWindow',
  schema: 'changes',
  tableName: 'maintenance_window',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'maintenance_window_pk' },
    service_id: { type: 'uuid' },
    weekly: empty('jsonb'),
    valid_from: empty('date'),
    valid_to: empty('date'),
    period: empty('tstzrange'),
    note: empty('text'),
    version: { type: 'integer', default: 1 },
  },
  indices: [{ name: 'maintenance_window_by_service', columns: ['service_id'] }],
  foreignKeys: [{ name: 'maintenance_window_service_fk', target: 'Service', columnNames: ['service_id'], referencedColumnNames: ['id'] }],
  checks: [
    {
      name: 'maintenance_window_kind',
      expression: '(weekly is null) = (period is not null) and (weekly is null) = (valid_from is null)',
    },
    { name: 'maintenance_window_validity', expression: 'valid_to is null or valid_to > valid_from' },
    { name: 'maintenance_window_bounded', expression: 'not lower_inf(period) and not upper_inf(period) and not isempty(period)' },
  ],
  exclusions: [
    {
      name: 'maintenance_window_weekly_overlap',
      expression: 'USING gist (service_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE (weekly IS NOT NULL)',
    },
    {
      name: 'maintenance_window_period_overlap',
      expression: 'USING gist (service_id WITH =, period WITH &&) WHERE (period IS NOT NULL)',
    },
  ],
});

/** `changes.calendar_feed`: links by which a calendar program reads; only the hash of a token is kept. */
const calendarFeedSchema = new EntitySchema<Row>({
  name: 'CalendarFeed',
  schema: 'changes',
  tableName: 'calendar_feed',
  columns: {
    token_hash: { type: 'text', primary: true, primaryKeyConstraintName: 'calendar_feed_pk' },
    user_id: { type: 'uuid' },
    service_id: empty('uuid'),
    institution_id: empty('uuid'),
    created_at: { type: 'timestamptz' },
  },
  uniques: [{ name: 'calendar_feed_one_a_person', columns: ['user_id'] }],
  foreignKeys: [
    { name: 'calendar_feed_user_fk', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] },
    { name: 'calendar_feed_service_fk', target: 'Service', columnNames: ['service_id'], referencedColumnNames: ['id'] },
    { name: 'calendar_feed_institution_fk', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
  ],
});

export const changesCalendarSchemas = [freezeWindowSchema, maintenanceWindowSchema, calendarFeedSchema];
