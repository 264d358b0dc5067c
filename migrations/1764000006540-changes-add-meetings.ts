import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create table changes.cab_meeting (
     id uuid not null,
     title text not null,
     starts_at timestamptz not null,
     place text,
     quorum integer not null,
     state text not null default 'planned',
     minutes text,
     called_by_id uuid not null,
     opened_at timestamptz,
     closed_at timestamptz,
     version integer not null default 1,
     constraint cab_meeting_pk primary key (id),
     constraint cab_meeting_called_by_fk foreign key (called_by_id) references identity.app_user (id),
     constraint cab_meeting_state_known check (state in ('planned', 'open', 'closed', 'cancelled')),
     constraint cab_meeting_quorum_positive check (quorum > 0),
     constraint cab_meeting_end_whole check ((state in ('closed', 'cancelled')) = (closed_at is not null)),
     constraint cab_meeting_minutes check (state <> 'closed' or minutes is not null)
   )`,
  `create index cab_meeting_starts_at on changes.cab_meeting (starts_at, id)`,
  `create table changes.cab_member (
     meeting_id uuid not null,
     user_id uuid not null,
     present boolean,
     constraint cab_member_pk primary key (meeting_id, user_id),
     constraint cab_member_meeting_fk foreign key (meeting_id) references changes.cab_meeting (id),
     constraint cab_member_user_fk foreign key (user_id) references identity.app_user (id)
   )`,
  `create index cab_member_by_user on changes.cab_member (user_id)`,
  `create table changes.cab_agenda_item (
     meeting_id uuid not null,
     change_id uuid not null,
     position integer not null,
     notes text,
     result text,
     approved integer,
     rejected integer,
     constraint cab_agenda_item_pk primary key (meeting_id, change_id),
     constraint cab_agenda_item_meeting_fk foreign key (meeting_id) references changes.cab_meeting (id),
     constraint cab_agenda_item_change_fk foreign key (change_id) references changes.change (ticket_id),
     constraint cab_agenda_item_result_known check (result in ('granted', 'refused', 'open', 'none'))
   )`,
  `create index cab_agenda_item_by_change on changes.cab_agenda_item (change_id)`,
];

/** Meetings of the change advisory board (DOMAIN 2.2, CabMeeting). */
export class ChangesAddMeetings1764000006540 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table changes.cab_agenda_item, changes.cab_member, changes.cab_meeting');
  }
}
