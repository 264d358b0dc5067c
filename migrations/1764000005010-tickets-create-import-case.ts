import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which cases of which foreign logs have been taken in, so that a run that was interrupted goes on where it stopped. */
export class TicketsCreateImportCase1764000005010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table tickets.import_case (
        origin text not null,
        case_number text not null,
        ticket_id uuid not null,
        file_sha256 text not null,
        events integer not null,
        facts jsonb not null,
        taken_in_at timestamptz not null default now(),
        constraint import_case_pk primary key (origin, case_number),
        constraint import_case_ticket_fk foreign key (ticket_id) references tickets.ticket (id),
        constraint import_case_events_not_negative check (events >= 0)
      )`);
    await runner.query(`create index import_case_ticket on tickets.import_case (ticket_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table tickets.import_case`);
  }
}
