import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the requester wishes, who moved a start, and what has been reminded of already. */
export class ChangesAddNotices1764000006501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table changes.change add column wished_by date, add column start_override_by_id uuid,
      add column assessment_notice_at timestamptz`);
    await runner.query(`create index change_assessment_due_at on changes.change (assessment_due_at)
      where assessment_due_at is not null and assessment_notice_at is null`);
    await runner.query(`alter table changes.concurrence add column asked_by_id uuid, add column notice_at timestamptz`);
    await runner.query(`drop index changes.concurrence_open`);
    await runner.query(`create index concurrence_open on changes.concurrence (due_on) where answered_on is null and notice_at is null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index changes.concurrence_open`);
    await runner.query(`create index concurrence_open on changes.concurrence (due_on) where answered_on is null`);
    await runner.query(`alter table changes.concurrence drop column asked_by_id, drop column notice_at`);
    await runner.query(
      `alter table changes.change drop column wished_by, drop column start_override_by_id, drop column assessment_notice_at`,
    );
  }
}
