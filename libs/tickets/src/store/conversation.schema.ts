import { EntitySchema } from 'typeorm';

type Row = Record<string, unknown>;

const reference = (
  name: string,
  target: string,
  column: string,
): { name: string; target: string; columnNames: string[]; referencedColumnNames: string[] } => ({
  name,
  target,
  columnNames: [column],
  referencedColumnNames: ['id'],
});

/** What is said on a ticket. */
export const commentSchema = new EntitySchema<Row>({
  name: 'Comment',
  schema: 'tickets',
  tableName: 'comment',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'comment_pk' },
    ticket_id: { type: 'uuid' },
    author_id: { type: 'uuid', nullable: true },
    by_staff: { type: 'boolean' },
    visibility: { type: 'text' },
    kind: { type: 'text' },
    body: { type: 'text' },
    at: { type: 'timestamptz' },
  },
  indices: [{ name: 'comment_by_ticket', columns: ['ticket_id', 'at', 'id'] }],
  foreignKeys: [reference('comment_ticket_fk', 'Ticket', 'ticket_id'), reference('comment_author_fk', 'AppUser', 'author_id')],
  checks: [
    { name: 'comment_visibility_known', expression: `visibility in ('public', 'internal')` },
    { name: 'comment_kind_known', expression: `kind in ('reply', 'note', 'question', 'reopening', 'resolution', 'automatic')` },
    { name: 'comment_author_named', expression: `(author_id is null) = (kind = 'automatic')` },
  ],
});

/** Files of a ticket; their bytes lie in the data folder under their hash. */
export const attachmentSchema = new EntitySchema<Row>({
  name: 'Attachment',
  schema: 'tickets',
  tableName: 'attachment',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'attachment_pk' },
    ticket_id: { type: 'uuid' },
    comment_id: { type: 'uuid', nullable: true },
    by_id: { type: 'uuid' },
    by_staff: { type: 'boolean' },
    visibility: { type: 'text' },
    name: { type: 'text' },
    size: { type: 'bigint' },
    media_type: { type: 'text' },
    sha256: { type: 'text' },
    has_preview: { type: 'boolean' },
    scan_state: { type: 'text' },
    at: { type: 'timestamptz' },
  },
  indices: [
    { name: 'attachment_by_ticket', columns: ['ticket_id', 'at', 'id'] },
    { name: 'attachment_by_comment', columns: ['comment_id'] },
    { name: 'attachment_by_content', columns: ['sha256'] },
  ],
  foreignKeys: [
    reference('attachment_ticket_fk', 'Ticket', 'ticket_id'),
    reference('attachment_comment_fk', 'Comment', 'comment_id'),
    reference('attachment_by_fk', 'AppUser', 'by_id'),
  ],
  checks: [
    { name: 'attachment_visibility_known', expression: `visibility in ('public', 'internal')` },
    { name: 'attachment_scan_state_known', expression: `scan_state in ('not_scanned', 'clean', 'infected')` },
    { name: 'attachment_size_not_negative', expression: 'size >= 0' },
  ],
});

/** Who follows a ticket beside its people. */
export const watcherSchema = new EntitySchema<Row>({
  name: 'Watcher',
  schema: 'tickets',
  tableName: 'watcher',
  columns: {
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'watcher_pk' },
    user_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'watcher_pk' },
    added_by_id: { type: 'uuid' },
    added_at: { type: 'timestamptz' },
    via_ticket_id: { type: 'uuid', nullable: true },
  },
  indices: [{ name: 'watcher_by_user', columns: ['user_id', 'ticket_id'] }],
  foreignKeys: [
    reference('watcher_ticket_fk', 'Ticket', 'ticket_id'),
    reference('watcher_user_fk', 'AppUser', 'user_id'),
    reference('watcher_added_by_fk', 'AppUser', 'added_by_id'),
    reference('watcher_via_ticket_fk', 'Ticket', 'via_ticket_id'),
  ],
});

/** How tickets belong together. */
export const linkSchema = new EntitySchema<Row>({
  name: 'TicketLink',
  schema: 'tickets',
  tableName: 'link',
  columns: {
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'link_pk' },
    kind: { type: 'text', primary: true, primaryKeyConstraintName: 'link_pk' },
    target_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'link_pk' },
    added_by_id: { type: 'uuid', nullable: true },
    added_at: { type: 'timestamptz' },
  },
  indices: [
    { name: 'link_by_target', columns: ['target_id', 'kind'] },
    { name: 'link_one_parent', columns: ['ticket_id'], unique: true, where: `kind = 'child_of'` },
  ],
  foreignKeys: [
    reference('link_ticket_fk', 'Ticket', 'ticket_id'),
    reference('link_target_fk', 'Ticket', 'target_id'),
    reference('link_added_by_fk', 'AppUser', 'added_by_id'),
  ],
  checks: [
    { name: 'link_kind_known', expression: `kind in ('duplicate_of', 'caused_by', 'resolved_by', 'related', 'follow_up', 'child_of')` },
    { name: 'link_not_to_itself', expression: 'ticket_id <> target_id' },
  ],
});

/** The configuration items that a ticket is about. */
export const ticketItemSchema = new EntitySchema<Row>({
  name: 'TicketItem',
  schema: 'tickets',
  tableName: 'ticket_item',
  columns: {
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'ticket_item_pk' },
    item_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'ticket_item_pk' },
    added_by_id: { type: 'uuid', nullable: true },
    added_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'ticket_item_by_item', columns: ['item_id', 'ticket_id'] }],
  foreignKeys: [
    reference('ticket_item_ticket_fk', 'Ticket', 'ticket_id'),
    reference('ticket_item_item_fk', 'ConfigurationItem', 'item_id'),
    reference('ticket_item_added_by_fk', 'AppUser', 'added_by_id'),
  ],
});

/** Groups that a ticket has left: they read it for another 30 days. */
export const pastGroupSchema = new EntitySchema<Row>({
  name: 'PastGroup',
  schema: 'tickets',
  tableName: 'past_group',
  columns: {
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'past_group_pk' },
    group_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'past_group_pk' },
    left_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'past_group_by_group', columns: ['group_id', 'left_at'] }],
  foreignKeys: [reference('past_group_ticket_fk', 'Ticket', 'ticket_id'), reference('past_group_group_fk', 'SupportGroup', 'group_id')],
});
