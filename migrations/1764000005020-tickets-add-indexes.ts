import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Counting an institution's open tickets reads them alone; looking for files that nothing names reads no table. */
export class TicketsAddIndexes1764000005020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index ticket_open_institution on tickets.ticket (institution_id, due_at, id) where state in ('new', 'assigned', 'in_progress', 'on_hold')`,
    );
    await runner.query(`create index attachment_by_content on tickets.attachment (sha256)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index tickets.attachment_by_content`);
    await runner.query(`drop index tickets.ticket_open_institution`);
  }
}
