import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How the desk is reached by voice: one row, which an administrator fills in. */
export class CatalogueAddContact1764000004020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table catalogue.contact (
      id uuid not null,
      phone text,
      note_lv text,
      note_en text,
      version integer not null default 1,
      constraint pk_contact primary key (id),
      constraint ck_contact_one check (id = '00000000-0000-4000-8000-000000000112'),
      constraint ck_contact_notes_need_phone check (phone is not null or (note_lv is null and note_en is null))
    )`);
    await runner.query(`insert into catalogue.contact (id) values ('00000000-0000-4000-8000-000000000112')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table catalogue.contact`);
  }
}
