import { EntitySchema } from 'typeorm';

/** `reports.report`: the register. */
const reportSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Report',
  schema: 'reports',
  tableName: 'report',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'report_pk' },
    code: { type: 'text' },
    source: { type: 'text' },
    name_lv: { type: 'text' },
    name_en: { type: 'text' },
    purpose_lv: { type: 'text' },
    purpose_en: { type: 'text' },
    owner_id: { type: 'uuid', nullable: true },
    audience: { type: 'text' },
    cadence: { type: 'text', default: 'none' },
    bi: { type: 'boolean', default: false },
    location: { type: 'text', nullable: true },
    views: { type: 'text', array: true, default: '{}' },
    published: { type: 'boolean', default: false },
    position: { type: 'integer' },
    revision: { type: 'integer', default: 1 },
  },
  uniques: [{ name: 'report_code_once', columns: ['code'] }],
  foreignKeys: [{ name: 'report_owner_fk', target: 'AppUser', columnNames: ['owner_id'], referencedColumnNames: ['id'] }],
  checks: [
    { name: 'report_source_known', expression: `source in ('desk', 'bi')` },
    { name: 'report_audience_known', expression: `audience in ('internal', 'external')` },
    { name: 'report_cadence_known', expression: `cadence in ('none', 'weekly', 'monthly', 'yearly')` },
    { name: 'report_published_owned', expression: 'not published or owner_id is not null' },
    { name: 'report_bi_whole', expression: 'not bi or location is not null and cardinality(views) > 0' },
  ],
});

/** `reports.publication`: since when a report is published, and whether BI shows it. Append-only: KPI-15 is counted as of any day. */
const publicationSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ReportPublication',
  schema: 'reports',
  tableName: 'publication',
  columns: {
    report_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'publication_pk' },
    at: { type: 'timestamptz', primary: true, primaryKeyConstraintName: 'publication_pk' },
    published: { type: 'boolean' },
    bi: { type: 'boolean' },
    actor_id: { type: 'uuid' },
  },
  foreignKeys: [
    { name: 'publication_report_fk', target: 'Report', columnNames: ['report_id'], referencedColumnNames: ['id'] },
    { name: 'publication_actor_fk', target: 'AppUser', columnNames: ['actor_id'], referencedColumnNames: ['id'] },
  ],
});

/** `reports.run`: a report as it was made at one moment for the parts that somebody may read. Append-only. */
const runSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ReportRun',
  schema: 'reports',
  tableName: 'run',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'run_pk' },
    report_id: { type: 'uuid' },
    period: { type: 'text' },
    scope: { type: 'text' },
    locale: { type: 'text' },
    cause: { type: 'text' },
    made_at: { type: 'timestamptz' },
    made_by_id: { type: 'uuid', nullable: true },
    definition_version: { type: 'integer' },
    data_at: { type: 'timestamptz' },
    document: { type: 'jsonb' },
    sha256: { type: 'text' },
  },
  indices: [
    { name: 'run_latest', synchronize: false },
    { name: 'run_of_scope', synchronize: false },
  ],
  foreignKeys: [
    { name: 'run_report_fk', target: 'Report', columnNames: ['report_id'], referencedColumnNames: ['id'] },
    { name: 'run_made_by_fk', target: 'AppUser', columnNames: ['made_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'run_cause_known', expression: `cause in ('asked', 'schedule')` },
    { name: 'run_cause_person', expression: `(cause = 'schedule') = (made_by_id is null)` },
    { name: 'run_locale_known', expression: `locale in ('lv', 'en')` },
  ],
});

/** `reports.bi_login`: which login of the database sees what in the views of `reporting`. */
const biLoginSchema = new EntitySchema<Record<string, unknown>>({
  name: 'BiLogin',
  schema: 'reports',
  tableName: 'bi_login',
  columns: {
    role: { type: 'text', primary: true, primaryKeyConstraintName: 'bi_login_pk' },
    institution_id: { type: 'uuid', nullable: true },
    added_at: { type: 'timestamptz' },
  },
  foreignKeys: [{ name: 'bi_login_institution_fk', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] }],
});

/** `reports.subscription`: who gets a report by mail. */
const subscriptionSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ReportSubscription',
  schema: 'reports',
  tableName: 'subscription',
  columns: {
    report_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'subscription_pk' },
    person_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'subscription_pk' },
    form: { type: 'text' },
    since: { type: 'timestamptz' },
  },
  foreignKeys: [
    { name: 'subscription_report_fk', target: 'Report', columnNames: ['report_id'], referencedColumnNames: ['id'] },
    { name: 'subscription_person_fk', target: 'AppUser', columnNames: ['person_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'subscription_form_known', expression: `form in ('link', 'csv', 'xlsx')` }],
});

/** `reports.delivery`: one time that a report was due to one reader, and what became of it. */
const deliverySchema = new EntitySchema<Record<string, unknown>>({
  name: 'ReportDelivery',
  schema: 'reports',
  tableName: 'delivery',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'report_delivery_pk' },
    report_id: { type: 'uuid' },
    person_id: { type: 'uuid' },
    occasion: { type: 'text' },
    period: { type: 'text', nullable: true },
    form: { type: 'text' },
    state: { type: 'text', default: 'due' },
    attempts: { type: 'integer', default: 0 },
    next_attempt_at: { type: 'timestamptz', nullable: true },
    last_error: { type: 'text', nullable: true },
    run_id: { type: 'uuid', nullable: true },
    due_at: { type: 'timestamptz' },
    ended_at: { type: 'timestamptz', nullable: true },
  },
  uniques: [{ name: 'report_delivery_once', columns: ['report_id', 'person_id', 'occasion'] }],
  indices: [{ name: 'report_delivery_due', columns: ['next_attempt_at'], where: `state = 'due'` }],
  foreignKeys: [
    { name: 'report_delivery_report_fk', target: 'Report', columnNames: ['report_id'], referencedColumnNames: ['id'] },
    { name: 'report_delivery_person_fk', target: 'AppUser', columnNames: ['person_id'], referencedColumnNames: ['id'] },
    { name: 'report_delivery_run_fk', target: 'ReportRun', columnNames: ['run_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'report_delivery_form_known', expression: `form in ('link', 'csv', 'xlsx')` },
    { name: 'report_delivery_state_known', expression: `state in ('due', 'written', 'skipped', 'failed')` },
    { name: 'report_delivery_due_waits', expression: `(state = 'due') = (next_attempt_at is not null)` },
    { name: 'report_delivery_ended', expression: `(state = 'due') = (ended_at is null)` },
  ],
});

export const reportsSchemas = [reportSchema, publicationSchema, runSchema, biLoginSchema, subscriptionSchema, deliverySchema];
