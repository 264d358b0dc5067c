import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an administrator words differently from the texts that were shipped. */
export class NotificationsAddTexts1764000010320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notifications.text (
        id uuid not null,
        key text not null,
        text_lv text,
        text_en text,
        version integer not null,
        updated_at timestamptz not null,
        updated_by uuid not null constraint text_updated_by_fk references identity.app_user (id),
        constraint text_pk primary key (id),
        constraint text_key_once unique (key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notifications.text');
  }
}
