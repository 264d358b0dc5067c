import type { MigrationInterface, QueryRunner } from 'typeorm';

const LINKS = `'duplicate_of', 'caused_by', 'resolved_by', 'related', 'follow_up'`;

/** Puts a check in another's place without holding the table while the rows are looked at. */
async function replaceCheck(runner: QueryRunner, kinds: string): Promise<void> {
  await runner.query(`alter table tickets.link drop constraint link_kind_known`);
  await runner.query(`alter table tickets.link add constraint link_kind_known check (kind in (${kinds})) not valid`);
  await runner.query(`alter table tickets.link validate constraint link_kind_known`);
}

/**
 * Tickets together: a child of a parent; who came to watch because his ticket was merged, so that taking the merge back takes him along; and the
 * day until which a ticket was put aside.
 */
export class TicketsBringTogether1764000005070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await replaceCheck(runner, `${LINKS}, 'child_of'`);
    await runner.query(`create unique index link_one_parent on tickets.link (ticket_id) where kind = 'child_of'`);
    await runner.query(`alter table tickets.watcher add column via_ticket_id uuid`);
    await runner.query(
      `alter table tickets.watcher add constraint watcher_via_ticket_fk foreign key (via_ticket_id) references tickets.ticket (id) not valid`,
    );
    await runner.query(`alter table tickets.watcher validate constraint watcher_via_ticket_fk`);
    await runner.query(`alter table tickets.ticket add column aside_until timestamptz, add column aside_note text`);
    await runner.query(`create index ticket_aside_until on tickets.ticket (aside_until) where aside_until is not null`);
    await runner.query(
      `alter table tickets.ticket add constraint ticket_aside_note_has_day check (aside_note is null or aside_until is not null) not valid`,
    );
    await runner.query(`alter table tickets.ticket validate constraint ticket_aside_note_has_day`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index tickets.ticket_aside_until`);
    await runner.query(`alter table tickets.ticket drop constraint ticket_aside_note_has_day`);
    await runner.query(`alter table tickets.ticket drop column aside_until, drop column aside_note`);
    await runner.query(`alter table tickets.watcher drop column via_ticket_id`);
    await runner.query(`drop index tickets.link_one_parent`);
    await runner.query(`delete from tickets.link where kind = 'child_of'`);
    await replaceCheck(runner, LINKS);
  }
}
