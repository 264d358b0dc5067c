import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Changes are few among the tickets: their lists read indexes of their own. */
export class TicketsIndexChanges1764000005050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index ticket_change_submitted on tickets.ticket (submitted_at, id) where type = 'change'`);
    await runner.query(`create index ticket_change_state on tickets.ticket (state, submitted_at, id) where type = 'change'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index tickets.ticket_change_submitted`);
    await runner.query(`drop index tickets.ticket_change_state`);
  }
}
