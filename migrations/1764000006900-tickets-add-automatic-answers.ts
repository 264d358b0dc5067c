import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'reply', 'note', 'question', 'reopening', 'resolution'`;

/** Answers that the system gives by a rule: comments that no person has written. Going back throws them away. */
export class TicketsAddAutomaticAnswers1764000006900 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table tickets.comment alter column author_id drop not null, drop constraint comment_kind_known,
      add constraint comment_kind_known check (kind in (${KINDS}, 'automatic')) not valid,
      add constraint comment_author_named check ((author_id is null) = (kind = 'automatic')) not valid`);
    await runner.query(`alter table tickets.comment validate constraint comment_kind_known, validate constraint comment_author_named`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from tickets.comment where kind = 'automatic'`);
    await runner.query(`alter table tickets.comment drop constraint comment_author_named, drop constraint comment_kind_known,
      add constraint comment_kind_known check (kind in (${KINDS})), alter column author_id set not null`);
  }
}
