import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The configuration items that a ticket is about. */
export class TicketsAddItems1764000005030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table tickets.ticket_item (
         ticket_id uuid not null constraint ticket_item_ticket_fk references tickets.ticket (id),
         item_id uuid not null constraint ticket_item_item_fk references assets.configuration_item (id),
         added_by_id uuid constraint ticket_item_added_by_fk references identity.app_user (id),
         added_at timestamptz not null,
         constraint ticket_item_pk primary key (ticket_id, item_id)
       )`,
    );
    await runner.query(`create index ticket_item_by_item on tickets.ticket_item (item_id, ticket_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table tickets.ticket_item`);
  }
}
