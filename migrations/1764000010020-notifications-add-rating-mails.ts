import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `'queued', 'sending', 'sent', 'failed', 'mailbox'`;

/** When somebody is asked for a rating by mail, and deliveries that are taken back before they leave. */
export class NotificationsAddRatingMails1764000010020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notifications.rating_mail (
        ticket_id uuid not null constraint rating_mail_ticket_fk references tickets.ticket (id),
        cycle integer not null,
        user_id uuid not null constraint rating_mail_user_fk references identity.app_user (id),
        due_at timestamptz not null,
        state text not null default 'waiting',
        reason text,
        decided_at timestamptz,
        constraint rating_mail_pk primary key (ticket_id, cycle, user_id),
        constraint rating_mail_cycle check (cycle > 0),
        constraint rating_mail_state check (state in ('waiting', 'written', 'dropped')),
        constraint rating_mail_reason check ((state = 'dropped') = (reason is not null)),
        constraint rating_mail_decided check ((state = 'waiting') = (decided_at is null))
      )`);
    await runner.query(`create index rating_mail_due on notifications.rating_mail (due_at) where state = 'waiting'`);
    await runner.query(`create index rating_mail_user on notifications.rating_mail (user_id)`);
    await this.states(runner, `${STATES}, 'withdrawn'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update notifications.delivery set state = 'failed' where state = 'withdrawn'`);
    await this.states(runner, STATES);
    await runner.query(`drop table notifications.rating_mail`);
  }

  private async states(runner: QueryRunner, states: string): Promise<void> {
    await runner.query(`alter table notifications.delivery drop constraint delivery_state`);
    await runner.query(`alter table notifications.delivery add constraint delivery_state check (state in (${states}))`);
  }
}
