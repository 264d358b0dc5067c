import { EntitySchema } from 'typeorm';

type Loose = Record<string, unknown>;

const announcementSchema = new EntitySchema<Loose>({
  name: 'Announcement',
  schema: 'changes',
  tableName: 'announcement',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'announcement_pk' },
    kind: { type: 'text' },
    incident_id: { type: 'uuid', nullable: true },
    change_id: { type: 'uuid', nullable: true },
    title_lv: { type: 'text' },
    title_en: { type: 'text' },
    text_lv: { type: 'text' },
    text_en: { type: 'text' },
    starts_at: { type: 'timestamptz' },
    expected_end_at: { type: 'timestamptz', nullable: true },
    ended_at: { type: 'timestamptz', nullable: true },
    after_lv: { type: 'text', nullable: true },
    after_en: { type: 'text', nullable: true },
    created_by_id: { type: 'uuid' },
    created_at: { type: 'timestamptz' },
    revision: { type: 'integer', default: 1 },
  },
  indices: [
    {
      name: 'announcement_open_of_incident',
      columns: ['incident_id'],
      unique: true,
      where: 'ended_at is null and incident_id is not null',
    },
    { name: 'announcement_open_of_change', columns: ['change_id'], unique: true, where: 'ended_at is null and change_id is not null' },
    { name: 'announcement_shown', columns: ['ended_at', 'starts_at'] },
  ],
  foreignKeys: [
    { name: 'announcement_incident_fk', target: 'Ticket', columnNames: ['incident_id'], referencedColumnNames: ['id'] },
    { name: 'announcement_change_fk', target: 'Change', columnNames: ['change_id'], referencedColumnNames: ['ticket_id'] },
    { name: 'announcement_created_by_fk', target: 'AppUser', columnNames: ['created_by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'announcement_kind', expression: `kind in ('disruption', 'planned_work')` },
    { name: 'announcement_one_cause', expression: 'incident_id is null or change_id is null' },
    { name: 'announcement_both_languages', expression: `title_lv <> '' and title_en <> '' and text_lv <> '' and text_en <> ''` },
    { name: 'announcement_forward', expression: 'expected_end_at > starts_at' },
    {
      name: 'announcement_after_whole',
      expression: '(ended_at is null) = (after_lv is null) and (ended_at is null) = (after_en is null)',
    },
  ],
});

/** What the audience of an announcement is made of: one row for each service or institution. */
const partOf = (what: 'service' | 'institution', target: string): EntitySchema<Loose> =>
  new EntitySchema<Loose>({
    name: `Announcement${target}`,
    schema: 'changes',
    tableName: `announcement_${what}`,
    columns: {
      announcement_id: { type: 'uuid', primary: true, primaryKeyConstraintName: `announcement_${what}_pk` },
      [`${what}_id`]: { type: 'uuid', primary: true, primaryKeyConstraintName: `announcement_${what}_pk` },
    },
    foreignKeys: [
      {
        name: `announcement_${what}_announcement_fk`,
        target: 'Announcement',
        columnNames: ['announcement_id'],
        referencedColumnNames: ['id'],
      },
      { name: `announcement_${what}_${what}_fk`, target, columnNames: [`${what}_id`], referencedColumnNames: ['id'] },
    ],
  });

const announcementUpdateSchema = new EntitySchema<Loose>({
  name: 'AnnouncementUpdate',
  schema: 'changes',
  tableName: 'announcement_update',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'announcement_update_pk' },
    announcement_id: { type: 'uuid' },
    at: { type: 'timestamptz' },
    by_id: { type: 'uuid' },
    text_lv: { type: 'text' },
    text_en: { type: 'text' },
  },
  indices: [{ name: 'announcement_update_by_announcement', columns: ['announcement_id', 'at'] }],
  foreignKeys: [
    {
      name: 'announcement_update_announcement_fk',
      target: 'Announcement',
      columnNames: ['announcement_id'],
      referencedColumnNames: ['id'],
    },
    { name: 'announcement_update_by_fk', target: 'AppUser', columnNames: ['by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'announcement_update_both_languages', expression: `text_lv <> '' and text_en <> ''` }],
});

const alsoAffectedSchema = new EntitySchema<Loose>({
  name: 'AlsoAffected',
  schema: 'changes',
  tableName: 'also_affected',
  columns: {
    announcement_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'also_affected_pk' },
    user_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'also_affected_pk' },
    institution_id: { type: 'uuid' },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'also_affected_by_user', columns: ['user_id'] }],
  foreignKeys: [
    { name: 'also_affected_announcement_fk', target: 'Announcement', columnNames: ['announcement_id'], referencedColumnNames: ['id'] },
    { name: 'also_affected_user_fk', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] },
    { name: 'also_affected_institution_fk', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
  ],
});

export const announcementSchemas = [
  announcementSchema,
  partOf('service', 'Service'),
  partOf('institution', 'Institution'),
  announcementUpdateSchema,
  alsoAffectedSchema,
];
