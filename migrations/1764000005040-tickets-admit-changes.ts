import type { MigrationInterface, QueryRunner } from 'typeorm';

const INCIDENT = `type = 'incident' and state in ('new', 'assigned', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled')`;
const CHANGE = `type = 'change' and state in ('draft', 'assessing', 'awaiting_authorisation', 'scheduled', 'implementing', 'review', 'closed', 'rejected', 'cancelled')`;

/** Puts a check in another's place without holding the table while the rows are looked at. */
async function replaceCheck(runner: QueryRunner, name: string, condition: string): Promise<void> {
  await runner.query(`alter table tickets.ticket drop constraint ${name}`);
  await runner.query(`alter table tickets.ticket add constraint ${name} check (${condition}) not valid`);
  await runner.query(`alter table tickets.ticket validate constraint ${name}`);
}

/** Changes are tickets too: their states stand beside those of incidents. */
export class TicketsAdmitChanges1764000005040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replaceCheck(runner, 'ticket_state_of_type', `(${INCIDENT}) or (${CHANGE})`);
    await replaceCheck(runner, 'ticket_end_has_instant', `state not in ('closed', 'cancelled', 'rejected') or closed_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await replaceCheck(runner, 'ticket_state_of_type', INCIDENT);
    await replaceCheck(runner, 'ticket_end_has_instant', `state not in ('closed', 'cancelled') or closed_at is not null`);
  }
}
