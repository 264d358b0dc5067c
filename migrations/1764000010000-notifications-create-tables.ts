import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices in the interface and the deliveries table that mail leaves from. */
export class NotificationsCreateTables1764000010000 implements MigrationInterface {
  name = 'NotificationsCreateTables1764000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema notifications`);
    await runner.query(`
      create table notifications.notice (
        id uuid constraint notice_pk primary key,
        user_id uuid not null constraint notice_user_fk references identity.app_user (id),
        at timestamptz not null,
        kind text not null,
        quiet boolean not null default false,
        ticket_id uuid constraint notice_ticket_fk references tickets.ticket (id),
        params jsonb not null default '{}',
        dedupe_key text not null,
        read_at timestamptz,
        constraint notice_once unique (user_id, dedupe_key)
      )`);
    await runner.query(`create index notice_user_at on notifications.notice (user_id, at, id)`);
    await runner.query(`create index notice_unread on notifications.notice (user_id) where read_at is null and not quiet`);
    await runner.query(`create index notice_ticket on notifications.notice (ticket_id)`);
    await runner.query(`
      create table notifications.delivery (
        id uuid constraint delivery_pk primary key,
        kind text not null,
        user_id uuid not null constraint delivery_user_fk references identity.app_user (id),
        ticket_id uuid constraint delivery_ticket_fk references tickets.ticket (id),
        dedupe_key text not null,
        to_address text not null,
        locale text not null,
        subject text not null,
        body_text text not null,
        body_html text not null,
        message_id text not null,
        thread_id text,
        asks_rating boolean not null default false,
        state text not null,
        attempts integer not null default 0,
        created_at timestamptz not null,
        next_attempt_at timestamptz,
        sent_at timestamptz,
        last_error text,
        constraint delivery_once unique (dedupe_key),
        constraint delivery_message_once unique (message_id),
        constraint delivery_state check (state in ('queued', 'sending', 'sent', 'failed', 'mailbox')),
        constraint delivery_locale check (locale in ('lv', 'en')),
        constraint delivery_attempts check (attempts >= 0)
      )`);
    await runner.query(`create index delivery_due on notifications.delivery (next_attempt_at) where state in ('queued', 'sending')`);
    await runner.query(`create index delivery_mailbox on notifications.delivery (created_at, id)`);
    await runner.query(`create index delivery_rating_mail on notifications.delivery (user_id, created_at) where asks_rating`);
    await runner.query(`create index delivery_user on notifications.delivery (user_id)`);
    await runner.query(`create index delivery_ticket on notifications.delivery (ticket_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop schema notifications cascade`);
  }
}
