import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create table processes.recommendation (
     id uuid not null,
     source text not null,
     number text not null,
     text text not null,
     owner_id uuid not null,
     due_on date not null,
     counted_due_on date not null,
     state text not null default 'open',
     implemented_on date,
     withdrawal_reason text,
     told_soon_of date,
     told_late_of date,
     revision integer not null default 1,
     created_by_id uuid not null,
     created_at timestamptz not null,
     constraint recommendation_pk primary key (id),
     constraint recommendation_number_once unique (source, number),
     constraint recommendation_owner_fk foreign key (owner_id) references identity.app_user (id),
     constraint recommendation_created_by_fk foreign key (created_by_id) references identity.app_user (id),
     constraint recommendation_state_known check (state in ('open', 'reported', 'implemented', 'withdrawn')),
     constraint recommendation_extended_later check (counted_due_on >= due_on),
     constraint recommendation_implemented_when check ((state = 'implemented') = (implemented_on is not null)),
     constraint recommendation_withdrawn_why check ((state = 'withdrawn') = (withdrawal_reason is not null))
   )`,
  `create index recommendation_by_due on processes.recommendation (counted_due_on, id)`,
  `create index recommendation_by_original_due on processes.recommendation (due_on, id)`,
  `create index recommendation_by_owner on processes.recommendation (owner_id, counted_due_on, id)`,
  `create index recommendation_unfinished on processes.recommendation (counted_due_on, id) where state in ('open', 'reported')`,
  // The due that the auditors agreed to is kept whatever happens later (DOMAIN 2.2).
  `create function processes.keep_original_due() returns trigger language plpgsql as $$
   begin
     if new.due_on is distinct from old.due_on then raise exception 'the original due of a recommendation is kept'; end if;
     return new;
   end $$`,
  `create trigger recommendation_keeps_due before update on processes.recommendation for each row execute function processes.keep_original_due()`,
  `create table processes.recommendation_extension (
     id uuid not null,
     recommendation_id uuid not null,
     due_on date not null,
     reason text not null,
     asked_by_id uuid not null,
     asked_at timestamptz not null,
     decided_by_id uuid,
     decided_at timestamptz,
     granted boolean,
     decision_note text,
     counts boolean not null default false,
     constraint recommendation_extension_pk primary key (id),
     constraint recommendation_extension_of_fk foreign key (recommendation_id) references processes.recommendation (id),
     constraint recommendation_extension_asked_by_fk foreign key (asked_by_id) references identity.app_user (id),
     constraint recommendation_extension_decided_by_fk foreign key (decided_by_id) references identity.app_user (id),
     constraint recommendation_extension_decided_whole check
       ((decided_at is null) = (decided_by_id is null) and (decided_at is null) = (granted is null)),
     constraint recommendation_extension_counts check (not counts or granted)
   )`,
  `create index recommendation_extension_of on processes.recommendation_extension (recommendation_id, asked_at)`,
  `create unique index recommendation_extension_one_open on processes.recommendation_extension (recommendation_id) where decided_at is null`,
  `create table processes.implementation_report (
     id uuid not null,
     recommendation_id uuid not null,
     implemented_on date not null,
     note text not null,
     file_name text,
     file_sha256 text,
     file bytea,
     reported_by_id uuid not null,
     reported_at timestamptz not null,
     decided_by_id uuid,
     decided_at timestamptz,
     accepted boolean,
     decision_note text,
     constraint implementation_report_pk primary key (id),
     constraint implementation_report_of_fk foreign key (recommendation_id) references processes.recommendation (id),
     constraint implementation_report_reported_by_fk foreign key (reported_by_id) references identity.app_user (id),
     constraint implementation_report_decided_by_fk foreign key (decided_by_id) references identity.app_user (id),
     constraint implementation_report_file_whole check ((file is null) = (file_sha256 is null) and (file is null) = (file_name is null)),
     constraint implementation_report_decided_whole check
       ((decided_at is null) = (decided_by_id is null) and (decided_at is null) = (accepted is null)),
     constraint implementation_report_accepted_filed check (accepted is not true or file is not null)
   )`,
  `create index implementation_report_of on processes.implementation_report (recommendation_id, reported_at)`,
  `create unique index implementation_report_one_open on processes.implementation_report (recommendation_id) where decided_at is null`,
  `create table processes.control_element (
     id uuid not null,
     document text not null,
     reference text,
     area text not null,
     location text,
     owner_id uuid not null,
     review_months integer not null,
     last_review_on date,
     review_due_on date not null,
     retired_on date,
     retirement_reason text,
     told_soon_of date,
     told_late_of date,
     revision integer not null default 1,
     created_by_id uuid not null,
     created_at timestamptz not null,
     constraint control_element_pk primary key (id),
     constraint control_element_owner_fk foreign key (owner_id) references identity.app_user (id),
     constraint control_element_created_by_fk foreign key (created_by_id) references identity.app_user (id),
     constraint control_element_area_known check (area in ('governance', 'risk', 'activities', 'information', 'monitoring')),
     constraint control_element_review_months check (review_months between 1 and 60),
     constraint control_element_retired_why check ((retired_on is null) = (retirement_reason is null))
   )`,
  `create index control_element_by_review on processes.control_element (review_due_on, id) where retired_on is null`,
  `create index control_element_retired on processes.control_element (review_due_on, id) where retired_on is not null`,
  `create table processes.control_review (
     id uuid not null,
     control_element_id uuid not null,
     reviewed_on date not null,
     due_on date not null,
     outcome text not null,
     note text not null,
     by_id uuid not null,
     at timestamptz not null,
     constraint control_review_pk primary key (id),
     constraint control_review_of_fk foreign key (control_element_id) references processes.control_element (id),
     constraint control_review_by_fk foreign key (by_id) references identity.app_user (id),
     constraint control_review_outcome_known check (outcome in ('confirmed', 'updated'))
   )`,
  `create index control_review_of on processes.control_review (control_element_id, reviewed_on)`,
  `create trigger control_review_append_only before update or delete on processes.control_review for each row execute function platform.refuse_change()`,
];

/** Audit recommendations and elements of internal control (DOMAIN 1.2 A3, A4; KPI-14). */
export class ProcessesAddRegisters1764000010800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table processes.control_review, processes.control_element, processes.implementation_report, processes.recommendation_extension, processes.recommendation',
    );
    await runner.query('drop function processes.keep_original_due()');
  }
}
