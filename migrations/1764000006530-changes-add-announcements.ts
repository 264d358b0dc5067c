import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create table changes.announcement (
     id uuid not null,
     kind text not null,
     incident_id uuid,
     change_id uuid,
     title_lv text not null,
     title_en text not null,
     text_lv text not null,
     text_en text not null,
     starts_at timestamptz not null,
     expected_end_at timestamptz,
     ended_at timestamptz,
     after_lv text,
     after_en text,
     created_by_id uuid not null,
     created_at timestamptz not null,
     revision integer not null default 1,
     constraint announcement_pk primary key (id),
     constraint announcement_incident_fk foreign key (incident_id) references tickets.ticket (id),
     constraint announcement_change_fk foreign key (change_id) references changes.change (ticket_id),
     constraint announcement_created_by_fk foreign key (created_by_id) references identity.app_user (id),
     constraint announcement_kind check (kind in ('disruption', 'planned_work')),
     constraint announcement_one_cause check (incident_id is null or change_id is null),
     constraint announcement_both_languages check (title_lv <> '' and title_en <> '' and text_lv <> '' and text_en <> ''),
     constraint announcement_forward check (expected_end_at > starts_at),
     constraint announcement_after_whole check ((ended_at is null) = (after_lv is null) and (ended_at is null) = (after_en is null))
   )`,
  `create unique index announcement_open_of_incident on changes.announcement (incident_id) where ended_at is null and incident_id is not null`,
  `create unique index announcement_open_of_change on changes.announcement (change_id) where ended_at is null and change_id is not null`,
  `create index announcement_shown on changes.announcement (ended_at, starts_at)`,
  `create table changes.announcement_service (
     announcement_id uuid not null,
     service_id uuid not null,
     constraint announcement_service_pk primary key (announcement_id, service_id),
     constraint announcement_service_announcement_fk foreign key (announcement_id) references changes.announcement (id),
     constraint announcement_service_service_fk foreign key (service_id) references catalogue.service (id)
   )`,
  `create table changes.announcement_institution (
     announcement_id uuid not null,
     institution_id uuid not null,
     constraint announcement_institution_pk primary key (announcement_id, institution_id),
     constraint announcement_institution_announcement_fk foreign key (announcement_id) references changes.announcement (id),
     constraint announcement_institution_institution_fk foreign key (institution_id) references identity.institution (id)
   )`,
  `create table changes.announcement_update (
     id uuid not null,
     announcement_id uuid not null,
     at timestamptz not null,
     by_id uuid not null,
     text_lv text not null,
     text_en text not null,
     constraint announcement_update_pk primary key (id),
     constraint announcement_update_announcement_fk foreign key (announcement_id) references changes.announcement (id),
     constraint announcement_update_by_fk foreign key (by_id) references identity.app_user (id),
     constraint announcement_update_both_languages check (text_lv <> '' and text_en <> '')
   )`,
  `create index announcement_update_by_announcement on changes.announcement_update (announcement_id, at)`,
  `create table changes.also_affected (
     announcement_id uuid not null,
     user_id uuid not null,
     institution_id uuid not null,
     at timestamptz not null,
     constraint also_affected_pk primary key (announcement_id, user_id),
     constraint also_affected_announcement_fk foreign key (announcement_id) references changes.announcement (id),
     constraint also_affected_user_fk foreign key (user_id) references identity.app_user (id),
     constraint also_affected_institution_fk foreign key (institution_id) references identity.institution (id)
   )`,
  `create index also_affected_by_user on changes.also_affected (user_id)`,
];

const TABLES = ['also_affected', 'announcement_update', 'announcement_institution', 'announcement_service', 'announcement'];

/** What institutions are told of disruptions and planned work, and who has the trouble too (DESIGN, "announcements in changes"). */
export class ChangesAddAnnouncements1764000006530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLES) await runner.query(`drop table changes.${table}`);
  }
}
