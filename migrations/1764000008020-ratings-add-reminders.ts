import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When somebody is told that a follow-up is late: its lead, and later the managers. What is overdue already is told of once more. */
const UP = [
  `alter table ratings.follow_up
     add column reminders integer not null default 0,
     add column remind_at timestamptz,
     add constraint ck_follow_up_reminders check (reminders between 0 and 2),
     add constraint ck_follow_up_remind_at check (remind_at is null or state = 'open')`,
  `update ratings.follow_up set remind_at = due_at where state = 'open'`,
  `create index ix_follow_up_remind on ratings.follow_up (remind_at) where remind_at is not null`,
];

export class RatingsAddReminders1764000008020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table ratings.follow_up drop column reminders, drop column remind_at`);
  }
}
