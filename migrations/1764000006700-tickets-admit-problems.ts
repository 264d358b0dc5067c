import type { MigrationInterface, QueryRunner } from 'typeorm';

const INCIDENT = `type = 'incident' and state in ('new', 'assigned', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled')`;
const CHANGE = `type = 'change' and state in ('draft', 'assessing', 'awaiting_authorisation', 'scheduled', 'implementing', 'review', 'closed', 'rejected', 'cancelled')`;
const PROBLEM = `type = 'problem' and state in ('new', 'investigating', 'known_error', 'fix_in_progress', 'resolved', 'closed', 'cancelled')`;

/** Puts a check in another's place without holding the table while the rows are looked at. */
async function replaceCheck(runner: QueryRunner, condition: string): Promise<void> {
  await runner.query(`alter table tickets.ticket drop constraint ticket_state_of_type`);
  await runner.query(`alter table tickets.ticket add constraint ticket_state_of_type check (${condition}) not valid`);
  await runner.query(`alter table tickets.ticket validate constraint ticket_state_of_type`);
}

/** Problems are tickets too, with states of their own; few among the tickets, so that their lists read indexes of their own. */
export class TicketsAdmitProblems1764000006700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replaceCheck(runner, `(${INCIDENT}) or (${CHANGE}) or (${PROBLEM})`);
    await runner.query(`create index ticket_problem_submitted on tickets.ticket (submitted_at, id) where type = 'problem'`);
    await runner.query(`create index ticket_problem_state on tickets.ticket (state, submitted_at, id) where type = 'problem'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index tickets.ticket_problem_submitted`);
    await runner.query(`drop index tickets.ticket_problem_state`);
    await replaceCheck(runner, `(${INCIDENT}) or (${CHANGE})`);
  }
}
