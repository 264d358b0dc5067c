import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a mail is answered to, and mails to addresses that no person of the register has. */
export class NotificationsAddReplyAddresses1764000010300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table notifications.delivery add column reply_to text, alter column user_id drop not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from notifications.delivery where user_id is null`);
    await runner.query(`alter table notifications.delivery drop column reply_to, alter column user_id set not null`);
  }
}
