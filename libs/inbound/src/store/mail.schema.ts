import { EntitySchema } from 'typeorm';

type Row = Record<string, unknown>;

const reference = (name: string, target: string, column: string) => ({
  name,
  target,
  columnNames: [column],
  referencedColumnNames: ['id'],
});

/** A mail that came in, and what became of it. */
const mailSchema = new EntitySchema<Row>({
  name: 'InboundMail',
  schema: 'inbound',
  tableName: 'mail',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'inbound_mail_pk' },
    mailbox: { type: 'text' },
    mailbox_key: { type: 'text' },
    received_at: { type: 'timestamptz' },
    size: { type: 'integer' },
    sha256: { type: 'text' },
    envelope_from: { type: 'text', nullable: true },
    envelope_to: { type: 'text', array: true, default: '{}' },
    message_id: { type: 'text', nullable: true },
    from_address: { type: 'text', nullable: true },
    from_name: { type: 'text', default: '' },
    subject: { type: 'text', default: '' },
    content_key: { type: 'text', nullable: true },
    fate: { type: 'text', default: 'received' },
    why: { type: 'text', nullable: true },
    detail: { type: 'text', nullable: true },
    attempts: { type: 'integer', default: 0 },
    next_attempt_at: { type: 'timestamptz', nullable: true },
    sender_id: { type: 'uuid', nullable: true },
    ticket_id: { type: 'uuid', nullable: true },
    comment_id: { type: 'uuid', nullable: true },
    delivery_id: { type: 'uuid', nullable: true },
    decided_by_id: { type: 'uuid', nullable: true },
    decided_at: { type: 'timestamptz', nullable: true },
    decision_reason: { type: 'text', nullable: true },
  },
  uniques: [{ name: 'inbound_mail_once', columns: ['mailbox', 'mailbox_key'] }],
  indices: [
    { name: 'inbound_mail_list', columns: ['received_at', 'id'] },
    { name: 'inbound_mail_list_by_fate', columns: ['fate', 'received_at', 'id'] },
    { name: 'inbound_mail_waiting', columns: ['next_attempt_at', 'id'], where: `fate = 'received'` },
    { name: 'inbound_mail_by_sender', columns: ['from_address', 'received_at'] },
    { name: 'inbound_mail_by_ticket', columns: ['ticket_id', 'received_at'] },
    { name: 'inbound_mail_by_content', columns: ['content_key'] },
  ],
  foreignKeys: [
    reference('inbound_mail_sender_fk', 'AppUser', 'sender_id'),
    reference('inbound_mail_ticket_fk', 'Ticket', 'ticket_id'),
    reference('inbound_mail_comment_fk', 'Comment', 'comment_id'),
    reference('inbound_mail_delivery_fk', 'Delivery', 'delivery_id'),
    reference('inbound_mail_decided_by_fk', 'AppUser', 'decided_by_id'),
  ],
  checks: [
    {
      name: 'inbound_mail_fate',
      expression: `fate in ('received', 'created', 'replied', 'parked', 'refused', 'auto_reply', 'bounce', 'loop', 'duplicate', 'malformed', 'too_large', 'discarded')`,
    },
    { name: 'inbound_mail_size', expression: 'size >= 0' },
    { name: 'inbound_mail_waits', expression: `(fate = 'received') = (next_attempt_at is not null)` },
    { name: 'inbound_mail_decided', expression: '(decided_by_id is null) = (decided_at is null)' },
  ],
});

/** Its bytes as they came, and its text once it was read. */
const mailContentSchema = new EntitySchema<Row>({
  name: 'InboundMailContent',
  schema: 'inbound',
  tableName: 'mail_content',
  columns: {
    mail_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'inbound_mail_content_pk' },
    source: { type: 'bytea' },
    words: { type: 'text', default: '' },
    html: { type: 'text', nullable: true },
  },
  foreignKeys: [reference('inbound_mail_content_mail_fk', 'InboundMail', 'mail_id')],
});

/** Its files: listed only, due to be filed with its ticket, filed, or refused by the rules of files. */
const mailFileSchema = new EntitySchema<Row>({
  name: 'InboundMailFile',
  schema: 'inbound',
  tableName: 'mail_file',
  columns: {
    mail_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'inbound_mail_file_pk' },
    ord: { type: 'integer', primary: true, primaryKeyConstraintName: 'inbound_mail_file_pk' },
    name: { type: 'text' },
    size: { type: 'integer' },
    state: { type: 'text' },
    why: { type: 'text', nullable: true },
    attachment_id: { type: 'uuid', nullable: true },
  },
  indices: [{ name: 'inbound_mail_file_due', columns: ['mail_id'], where: `state = 'due'` }],
  foreignKeys: [
    reference('inbound_mail_file_mail_fk', 'InboundMail', 'mail_id'),
    reference('inbound_mail_file_attachment_fk', 'Attachment', 'attachment_id'),
  ],
  checks: [{ name: 'inbound_mail_file_state', expression: `state in ('listed', 'due', 'filed', 'refused')` }],
});

/** Where mail is fetched from, how far, and how that went the last time. */
const mailboxSchema = new EntitySchema<Row>({
  name: 'InboundMailbox',
  schema: 'inbound',
  tableName: 'mailbox',
  columns: {
    mailbox: { type: 'text', primary: true, primaryKeyConstraintName: 'inbound_mailbox_pk' },
    uid_validity: { type: 'text', nullable: true },
    last_uid: { type: 'bigint', default: 0 },
    checked_at: { type: 'timestamptz' },
    taken_at: { type: 'timestamptz', nullable: true },
    last_error: { type: 'text', nullable: true },
  },
});

/** Domains whose people belong to an institution. */
const domainSchema = new EntitySchema<Row>({
  name: 'InboundDomain',
  schema: 'inbound',
  tableName: 'domain',
  columns: {
    domain: { type: 'text', primary: true, primaryKeyConstraintName: 'inbound_domain_pk' },
    institution_id: { type: 'uuid' },
    added_by_id: { type: 'uuid' },
    added_at: { type: 'timestamptz' },
  },
  foreignKeys: [
    reference('inbound_domain_institution_fk', 'Institution', 'institution_id'),
    reference('inbound_domain_added_by_fk', 'AppUser', 'added_by_id'),
  ],
  checks: [{ name: 'inbound_domain_form', expression: `domain = lower(domain) and domain like '%.%'` }],
});

export const inboundSchemas = [mailSchema, mailContentSchema, mailFileSchema, mailboxSchema, domainSchema];
