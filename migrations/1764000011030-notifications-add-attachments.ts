import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A file that goes with a mail, such as a report. */
export class NotificationsAddAttachments1764000011030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table notifications.delivery add column attachment_name text, add column attachment_type text, add column attachment bytea,
         add constraint delivery_attachment_whole
           check ((attachment is null) = (attachment_name is null) and (attachment is null) = (attachment_type is null))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table notifications.delivery drop constraint delivery_attachment_whole,
         drop column attachment_name, drop column attachment_type, drop column attachment`,
    );
  }
}
