import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPEN = `state in ('new', 'assigned', 'in_progress', 'on_hold')`;
const DONE = `state not in ('new', 'assigned', 'in_progress', 'on_hold')`;

/** Every filter and order of the queue has an index, among the open tickets and among the others; people save what they filtered by. */
export class TicketsAddSavedViews1764000005060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [
      `create index ticket_open_submitted on tickets.ticket (submitted_at, id) where ${OPEN}`,
      `create index ticket_open_service on tickets.ticket (service_id, due_at, id) where ${OPEN}`,
      `create index ticket_done_updated on tickets.ticket (updated_at, id) where ${DONE}`,
      `create index ticket_done_priority on tickets.ticket (priority, submitted_at, id) where ${DONE}`,
      `create index ticket_done_due on tickets.ticket (due_at, id) where due_at is not null and ${DONE}`,
      `create index ticket_resolved on tickets.ticket (submitted_at, id) where state = 'resolved'`,
      `create index ticket_service on tickets.ticket (service_id, submitted_at, id)`,
      `create table tickets.saved_view (
        id uuid not null,
        owner_id uuid not null,
        group_id uuid,
        name text not null,
        filters jsonb not null,
        sort text,
        columns text[] not null,
        position integer not null,
        created_at timestamptz not null,
        updated_at timestamptz not null,
        constraint saved_view_pk primary key (id),
        constraint saved_view_owner_fk foreign key (owner_id) references identity.app_user (id),
        constraint saved_view_group_fk foreign key (group_id) references identity.support_group (id),
        constraint saved_view_has_name check (length(name) between 1 and 80)
      )`,
      `create index saved_view_by_owner on tickets.saved_view (owner_id, position, id)`,
      `create index saved_view_by_group on tickets.saved_view (group_id, position, id) where group_id is not null`,
    ])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table tickets.saved_view`);
    for (const index of ['service', 'resolved', 'done_due', 'done_priority', 'done_updated', 'open_service', 'open_submitted'])
      await runner.query(`drop index tickets.ticket_${index}`);
  }
}
