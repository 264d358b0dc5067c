import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mail that comes in: each one's bytes, what it says, and what became of it. */
export class InboundCreateTables1764000010302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema inbound`);
    await runner.query(`
      create table inbound.mail (
        id uuid constraint inbound_mail_pk primary key,
        mailbox text not null,
        mailbox_key text not null,
        received_at timestamptz not null,
        size integer not null,
        sha256 text not null,
        envelope_from text,
        envelope_to text[] not null default '{}',
        message_id text,
        from_address text,
        from_name text not null default '',
        subject text not null default '',
        content_key text,
        fate text not null default 'received',
        why text,
        detail text,
        attempts integer not null default 0,
        next_attempt_at timestamptz,
        sender_id uuid constraint inbound_mail_sender_fk references identity.app_user (id),
        ticket_id uuid constraint inbound_mail_ticket_fk references tickets.ticket (id),
        comment_id uuid constraint inbound_mail_comment_fk references tickets.comment (id),
        delivery_id uuid constraint inbound_mail_delivery_fk references notifications.delivery (id),
        decided_by_id uuid constraint inbound_mail_decided_by_fk references identity.app_user (id),
        decided_at timestamptz,
        decision_reason text,
        constraint inbound_mail_once unique (mailbox, mailbox_key),
        constraint inbound_mail_fate check (fate in ('received', 'created', 'replied', 'parked', 'refused', 'auto_reply', 'bounce', 'loop',
          'duplicate', 'malformed', 'too_large', 'discarded')),
        constraint inbound_mail_size check (size >= 0),
        constraint inbound_mail_waits check ((fate = 'received') = (next_attempt_at is not null)),
        constraint inbound_mail_decided check ((decided_by_id is null) = (decided_at is null))
      )`);
    await runner.query(`create index inbound_mail_list on inbound.mail (received_at, id)`);
    await runner.query(`create index inbound_mail_list_by_fate on inbound.mail (fate, received_at, id)`);
    await runner.query(`create index inbound_mail_waiting on inbound.mail (next_attempt_at, id) where fate = 'received'`);
    await runner.query(`create index inbound_mail_by_sender on inbound.mail (from_address, received_at)`);
    await runner.query(`create index inbound_mail_by_ticket on inbound.mail (ticket_id, received_at)`);
    await runner.query(`create index inbound_mail_by_content on inbound.mail (content_key)`);
    await runner.query(`create table inbound.mail_content (
        mail_id uuid constraint inbound_mail_content_pk primary key constraint inbound_mail_content_mail_fk references inbound.mail (id),
        source bytea not null,
        words text not null default '',
        html text
      )`);
    await runner.query(`create table inbound.mail_file (
        mail_id uuid not null constraint inbound_mail_file_mail_fk references inbound.mail (id),
        ord integer not null,
        name text not null,
        size integer not null,
        state text not null,
        why text,
        attachment_id uuid constraint inbound_mail_file_attachment_fk references tickets.attachment (id),
        constraint inbound_mail_file_pk primary key (mail_id, ord),
        constraint inbound_mail_file_state check (state in ('listed', 'due', 'filed', 'refused'))
      )`);
    await runner.query(`create index inbound_mail_file_due on inbound.mail_file (mail_id) where state = 'due'`);
    await runner.query(`create table inbound.mailbox (
        mailbox text constraint inbound_mailbox_pk primary key,
        uid_validity text,
        last_uid bigint not null default 0,
        checked_at timestamptz not null,
        taken_at timestamptz,
        last_error text
      )`);
    await runner.query(`create table inbound.domain (
        domain text constraint inbound_domain_pk primary key,
        institution_id uuid not null constraint inbound_domain_institution_fk references identity.institution (id),
        added_by_id uuid not null constraint inbound_domain_added_by_fk references identity.app_user (id),
        added_at timestamptz not null,
        constraint inbound_domain_form check (domain = lower(domain) and domain like '%.%')
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema inbound cascade`);
  }
}
