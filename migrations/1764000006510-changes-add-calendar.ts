import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Null stands for none; in an exclusion constraint, where null equals nothing, the nil uuid stands for it. */
const nil = (column: string): string => `coalesce(${column}, '00000000-0000-0000-0000-000000000000'::uuid)`;

const UP = [
  `create table changes.freeze_window (
     id uuid not null,
     period tstzrange not null,
     scope text not null,
     service_id uuid,
     institution_id uuid,
     reason text not null,
     set_by_id uuid,
     set_at timestamptz not null,
     version integer not null default 1,
     constraint freeze_window_pk primary key (id),
     constraint freeze_window_scope check (scope in ('all', 'service', 'institution')),
     constraint freeze_window_whom check ((scope = 'service') = (service_id is not null) and (scope = 'institution') = (institution_id is not null)),
     constraint freeze_window_bounded check (not lower_inf(period) and not upper_inf(period) and not isempty(period)),
     constraint freeze_window_reason check (reason <> ''),
     constraint freeze_window_service_fk foreign key (service_id) references catalogue.service (id),
     constraint freeze_window_institution_fk foreign key (institution_id) references identity.institution (id),
     constraint freeze_window_set_by_fk foreign key (set_by_id) references identity.app_user (id),
     constraint freeze_window_overlap exclude using gist (${nil('service_id')} with =, ${nil('institution_id')} with =, period with &&)
   )`,
  `create index freeze_window_period on changes.freeze_window using gist (period)`,
  `create table changes.maintenance_window (
     id uuid not null,
     service_id uuid not null,
     weekly jsonb,
     valid_from date,
     valid_to date,
     period tstzrange,
     note text,
     version integer not null default 1,
     constraint maintenance_window_pk primary key (id),
     constraint maintenance_window_kind check ((weekly is null) = (period is not null) and (weekly is null) = (valid_from is null)),
     constraint maintenance_window_validity check (valid_to is null or valid_to > valid_from),
     constraint maintenance_window_bounded check (not lower_inf(period) and not upper_inf(period) and not isempty(period)),
     constraint maintenance_window_service_fk foreign key (service_id) references catalogue.service (id),
     constraint maintenance_window_weekly_overlap exclude using gist (service_id with =, daterange(valid_from, valid_to) with &&) where (weekly is not null),
     constraint maintenance_window_period_overlap exclude using gist (service_id with =, period with &&) where (period is not null)
   )`,
  `create index maintenance_window_by_service on changes.maintenance_window (service_id)`,
  `create table changes.calendar_feed (
     token_hash text not null,
     user_id uuid not null,
     service_id uuid,
     institution_id uuid,
     created_at timestamptz not null,
     constraint calendar_feed_pk primary key (token_hash),
     constraint calendar_feed_one_a_person unique (user_id),
     constraint calendar_feed_user_fk foreign key (user_id) references identity.app_user (id),
     constraint calendar_feed_service_fk foreign key (service_id) references catalogue.service (id),
     constraint calendar_feed_institution_fk foreign key (institution_id) references identity.institution (id)
   )`,
];

/** When changes may not be made, when they should, and who reads the calendar by a link. */
export class ChangesAddCalendar1764000006510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['calendar_feed', 'maintenance_window', 'freeze_window']) await runner.query(`drop table changes.${table}`);
  }
}
