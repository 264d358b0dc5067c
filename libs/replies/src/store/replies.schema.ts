import { EntitySchema } from 'typeorm';

type Row = Record<string, unknown>;

const person = (
  name: string,
  column: string,
): { name: string; target: string; columnNames: string[]; referencedColumnNames: string[] } => ({
  ...{ name, target: 'AppUser', columnNames: [column], referencedColumnNames: ['id'] },
});

const ticket = (name: string): { name: string; target: string; columnNames: string[]; referencedColumnNames: string[] } => ({
  ...{ name, target: 'Ticket', columnNames: ['ticket_id'], referencedColumnNames: ['id'] },
});

/** `replies.answer`: a text kept ready. */
const answerSchema = new EntitySchema<Row>({
  name: 'CannedAnswer',
  schema: 'replies',
  tableName: 'answer',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'answer_pk' },
    scope: { type: 'text' },
    owner_id: { type: 'uuid' },
    group_id: { type: 'uuid', nullable: true },
    name: { type: 'text' },
    text_lv: { type: 'text', nullable: true },
    text_en: { type: 'text', nullable: true },
    resolution_code: { type: 'text', nullable: true },
    search_text: { type: 'text' },
    created_at: { type: 'timestamptz' },
    updated_at: { type: 'timestamptz' },
    updated_by_id: { type: 'uuid' },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    // In the collation of Latvian, which TypeORM cannot say.
    { name: 'answer_by_name', columns: ['name', 'id'], synchronize: false },
    { name: 'answer_by_owner', columns: ['owner_id'] },
  ],
  foreignKeys: [
    person('answer_owner_fk', 'owner_id'),
    { name: 'answer_group_fk', target: 'SupportGroup', columnNames: ['group_id'], referencedColumnNames: ['id'] },
    person('answer_updated_by_fk', 'updated_by_id'),
  ],
  checks: [
    { name: 'answer_scope_known', expression: `scope in ('own', 'group', 'everybody')` },
    { name: 'answer_group_named', expression: `(scope = 'group') = (group_id is not null)` },
    { name: 'answer_says_something', expression: 'text_lv is not null or text_en is not null' },
  ],
});

/** `replies.draft`: what one person is typing on one ticket. */
const draftSchema = new EntitySchema<Row>({
  name: 'Draft',
  schema: 'replies',
  tableName: 'draft',
  columns: {
    user_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'draft_pk' },
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'draft_pk' },
    kind: { type: 'text', primary: true, primaryKeyConstraintName: 'draft_pk' },
    body: { type: 'text' },
    after_comment_id: { type: 'uuid', nullable: true },
    revision: { type: 'uuid' },
    saved_at: { type: 'timestamptz' },
  },
  foreignKeys: [ticket('draft_ticket_fk'), person('draft_user_fk', 'user_id')],
  checks: [
    { name: 'draft_kind_known', expression: `kind in ('reply', 'note')` },
    { name: 'draft_not_empty', expression: `body <> ''` },
  ],
});

/** `replies.presence`: who is typing on a ticket, until when that is to be believed. */
const presenceSchema = new EntitySchema<Row>({
  name: 'Presence',
  schema: 'replies',
  tableName: 'presence',
  columns: {
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'presence_pk' },
    user_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'presence_pk' },
    kind: { type: 'text' },
    since: { type: 'timestamptz' },
    until: { type: 'timestamptz' },
  },
  indices: [{ name: 'presence_by_end', columns: ['until'] }],
  foreignKeys: [ticket('presence_ticket_fk'), person('presence_user_fk', 'user_id')],
  checks: [
    { name: 'presence_kind_known', expression: `kind in ('reply', 'note')` },
    { name: 'presence_ends_later', expression: 'until > since' },
  ],
});

export const repliesSchemas = [answerSchema, draftSchema, presenceSchema];
