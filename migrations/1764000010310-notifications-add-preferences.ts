import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `'queued', 'sending', 'sent', 'failed', 'mailbox', 'withdrawn'`;

/** What people decide about what they are told, and mails that wait for a digest or have become a line of one. */
export class NotificationsAddPreferences1764000010310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notifications.preference (
        user_id uuid not null constraint preference_user_fk references identity.app_user (id),
        ways jsonb not null default '{}',
        quiet_from smallint,
        quiet_to smallint,
        quiet_days_off boolean not null default false,
        urgent_at_once boolean not null default true,
        digest_hour smallint,
        updated_at timestamptz not null,
        constraint preference_pk primary key (user_id),
        constraint preference_quiet_whole check ((quiet_from is null) = (quiet_to is null)),
        constraint preference_quiet_hours check (quiet_from between 0 and 23 and quiet_to between 0 and 23 and quiet_from <> quiet_to),
        constraint preference_digest_hour check (digest_hour between 0 and 23)
      )`);
    await runner.query(`alter table notifications.delivery add column page text`);
    await this.states(runner, `${STATES}, 'held', 'gathered'`);
    await runner.query(`create index delivery_held on notifications.delivery (next_attempt_at) where state = 'held'`);
    await runner.query(`create index delivery_held_for on notifications.delivery (user_id) where state = 'held'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update notifications.delivery set state = 'withdrawn', next_attempt_at = null where state in ('held', 'gathered')`);
    await runner.query(`drop index notifications.delivery_held_for`);
    await runner.query(`drop index notifications.delivery_held`);
    await this.states(runner, STATES);
    await runner.query(`alter table notifications.delivery drop column page`);
    await runner.query(`drop table notifications.preference`);
  }

  private async states(runner: QueryRunner, states: string): Promise<void> {
    await runner.query(`alter table notifications.delivery drop constraint delivery_state`);
    await runner.query(`alter table notifications.delivery add constraint delivery_state check (state in (${states}))`);
  }
}
