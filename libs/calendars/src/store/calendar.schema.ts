import { EntitySchema } from 'typeorm';

/** `calendars.calendar`: the calendars that there are. */
export const calendarSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Calendar',
  schema: 'calendars',
  tableName: 'calendar',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_calendar' },
    code: { type: 'text' },
    name_lv: { type: 'text' },
    name_en: { type: 'text' },
    timezone: { type: 'text' },
  },
  uniques: [{ name: 'uq_calendar_code', columns: ['code'] }],
});

/** `calendars.calendar_version`: what a calendar says, from one publication to the next. */
export const calendarVersionSchema = new EntitySchema<Record<string, unknown>>({
  name: 'CalendarVersion',
  schema: 'calendars',
  tableName: 'calendar_version',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_calendar_version' },
    calendar_id: { type: 'uuid' },
    version: { type: 'integer' },
    timezone: { type: 'text' },
    weekly: { type: 'jsonb' },
    exceptions: { type: 'jsonb' },
    shortened_by_minutes: { type: 'integer' },
    source: { type: 'text' },
    published_at: { type: 'timestamptz' },
    valid_from: { type: 'date', nullable: true },
    recurring_holidays: { type: 'jsonb', default: [] },
    drafted_by: { type: 'uuid', array: true, default: [] },
    published_by: { type: 'uuid', nullable: true },
  },
  uniques: [{ name: 'uq_calendar_version', columns: ['calendar_id', 'version'] }],
  foreignKeys: [{ name: 'fk_calendar_version_calendar', target: 'Calendar', columnNames: ['calendar_id'], referencedColumnNames: ['id'] }],
  checks: [
    { name: 'ck_calendar_version_number', expression: 'version > 0' },
    { name: 'ck_calendar_version_shortened', expression: 'shortened_by_minutes between 0 and 720' },
    { name: 'ck_calendar_version_valid_from', expression: 'version > 1 or valid_from is null' },
  ],
});

/** `calendars.calendar_draft`: what is to become the next version; one for a calendar at most. */
export const calendarDraftSchema = new EntitySchema<Record<string, unknown>>({
  name: 'CalendarDraft',
  schema: 'calendars',
  tableName: 'calendar_draft',
  columns: {
    calendar_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_calendar_draft' },
    valid_from: { type: 'date', nullable: true },
    weekly: { type: 'jsonb' },
    exceptions: { type: 'jsonb' },
    recurring_holidays: { type: 'jsonb' },
    shortened_by_minutes: { type: 'integer' },
    source: { type: 'text' },
    author_ids: { type: 'uuid', array: true },
    saved_by: { type: 'uuid' },
    saved_at: { type: 'timestamptz' },
    version: { type: 'integer' },
  },
  foreignKeys: [{ name: 'fk_calendar_draft_calendar', target: 'Calendar', columnNames: ['calendar_id'], referencedColumnNames: ['id'] }],
  checks: [
    { name: 'ck_calendar_draft_version', expression: 'version > 0' },
    { name: 'ck_calendar_draft_authors', expression: 'saved_by = any (author_ids)' },
    { name: 'ck_calendar_draft_shortened', expression: 'shortened_by_minutes between 0 and 720' },
  ],
});

export const calendarsSchemas = [calendarSchema, calendarVersionSchema, calendarDraftSchema];
