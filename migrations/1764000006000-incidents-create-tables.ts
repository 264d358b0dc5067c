import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create schema incidents`,
  `create table incidents.incident (
     ticket_id uuid not null,
     type text not null default 'incident',
     major boolean not null default false,
     security boolean not null default false,
     caused_by_change_id uuid,
     backdating_reason text,
     hold_since timestamptz,
     hold_question text,
     hold_until timestamptz,
     hold_agreed boolean not null default false,
     hold_count integer not null default 0,
     answer_due_at timestamptz,
     reminder_due_at timestamptz,
     reminder_count smallint not null default 0,
     resolution_code text,
     resolution_text text,
     breach_reason text,
     closes_at timestamptz,
     cancellation_reason text,
     constraint incident_pk primary key (ticket_id),
     constraint incident_ticket_fk foreign key (ticket_id, type) references tickets.ticket (id, type),
     constraint incident_type check (type = 'incident'),
     constraint incident_resolution_code_known check (resolution_code in ('fixed', 'workaround', 'user_advised', 'no_fault_found', 'third_party', 'duplicate_known', 'no_answer')),
     constraint incident_resolution_whole check ((resolution_code is null) = (resolution_text is null)),
     constraint incident_cancellation_reason_known check (cancellation_reason in ('withdrawn', 'duplicate', 'invalid', 'test'))
   )`,
  `create index incident_closes_at on incidents.incident (closes_at) where closes_at is not null`,
  `create index incident_hold_until on incidents.incident (hold_until) where hold_until is not null`,
  `create index incident_reminder_due_at on incidents.incident (reminder_due_at) where reminder_due_at is not null`,
  `create index incident_answer_due_at on incidents.incident (answer_due_at) where answer_due_at is not null`,
];

/** What incidents have beside the shared row of the ticket. */
export class IncidentsCreateTables1764000006000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema incidents cascade');
  }
}
