import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create table reports.subscription (
     report_id uuid not null,
     person_id uuid not null,
     form text not null,
     since timestamptz not null,
     constraint subscription_pk primary key (report_id, person_id),
     constraint subscription_report_fk foreign key (report_id) references reports.report (id),
     constraint subscription_person_fk foreign key (person_id) references identity.app_user (id),
     constraint subscription_form_known check (form in ('link', 'csv', 'xlsx'))
   )`,
  `create table reports.delivery (
     id uuid not null,
     report_id uuid not null,
     person_id uuid not null,
     occasion text not null,
     period text,
     form text not null,
     state text not null default 'due',
     attempts integer not null default 0,
     next_attempt_at timestamptz,
     last_error text,
     run_id uuid,
     due_at timestamptz not null,
     ended_at timestamptz,
     constraint report_delivery_pk primary key (id),
     constraint report_delivery_once unique (report_id, person_id, occasion),
     constraint report_delivery_report_fk foreign key (report_id) references reports.report (id),
     constraint report_delivery_person_fk foreign key (person_id) references identity.app_user (id),
     constraint report_delivery_run_fk foreign key (run_id) references reports.run (id),
     constraint report_delivery_form_known check (form in ('link', 'csv', 'xlsx')),
     constraint report_delivery_state_known check (state in ('due', 'written', 'skipped', 'failed')),
     constraint report_delivery_due_waits check ((state = 'due') = (next_attempt_at is not null)),
     constraint report_delivery_ended check ((state = 'due') = (ended_at is null))
   )`,
  `create index report_delivery_due on reports.delivery (next_attempt_at) where state = 'due'`,
];

/** Who gets which report, and what became of each time that it was due. */
export class ReportsAddDelivery1764000011040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reports.delivery');
    await runner.query('drop table reports.subscription');
  }
}
