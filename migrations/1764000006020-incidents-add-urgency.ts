import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = [
  'aware_at',
  'warning_sent_at',
  'notification_sent_at',
  'final_report_sent_at',
  'major_proposed_at',
  'major_decided_at',
  'update_due_at',
];

/** What the law asks of a security incident, and what a P1 asks of those who work on it (DOMAIN 4.3(10), 4.5). */
export class IncidentsAddUrgency1764000006020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incidents.incident ${COLUMNS.map((column) => `add column ${column} timestamptz`).join(', ')}`);
    await runner.query(`alter table incidents.incident
      add constraint incident_reports_after_awareness check (warning_sent_at >= aware_at and notification_sent_at >= aware_at),
      add constraint incident_final_after_notification check (final_report_sent_at >= notification_sent_at)`);
    await runner.query(`create index incident_update_due_at on incidents.incident (update_due_at) where update_due_at is not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table incidents.incident ${COLUMNS.map((column) => `drop column ${column}`).join(', ')}`);
  }
}
