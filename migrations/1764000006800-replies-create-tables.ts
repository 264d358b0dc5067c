import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create schema replies`,
  `create table replies.answer (
     id uuid not null,
     scope text not null,
     owner_id uuid not null,
     group_id uuid,
     name text not null,
     text_lv text,
     text_en text,
     resolution_code text,
     search_text text not null,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     updated_by_id uuid not null,
     version integer not null default 1,
     constraint answer_pk primary key (id),
     constraint answer_owner_fk foreign key (owner_id) references identity.app_user (id),
     constraint answer_group_fk foreign key (group_id) references identity.support_group (id),
     constraint answer_updated_by_fk foreign key (updated_by_id) references identity.app_user (id),
     constraint answer_scope_known check (scope in ('own', 'group', 'everybody')),
     constraint answer_group_named check ((scope = 'group') = (group_id is not null)),
     constraint answer_says_something check (text_lv is not null or text_en is not null)
   )`,
  `create index answer_by_name on replies.answer (name collate "lv-x-icu", id)`,
  `create index answer_by_owner on replies.answer (owner_id)`,
  `create table replies.draft (
     ticket_id uuid not null,
     user_id uuid not null,
     kind text not null,
     body text not null,
     after_comment_id uuid,
     revision uuid not null,
     saved_at timestamptz not null,
     constraint draft_pk primary key (user_id, ticket_id, kind),
     constraint draft_ticket_fk foreign key (ticket_id) references tickets.ticket (id),
     constraint draft_user_fk foreign key (user_id) references identity.app_user (id),
     constraint draft_kind_known check (kind in ('reply', 'note')),
     constraint draft_not_empty check (body <> '')
   )`,
  `create table replies.presence (
     ticket_id uuid not null,
     user_id uuid not null,
     kind text not null,
     since timestamptz not null,
     until timestamptz not null,
     constraint presence_pk primary key (ticket_id, user_id),
     constraint presence_ticket_fk foreign key (ticket_id) references tickets.ticket (id),
     constraint presence_user_fk foreign key (user_id) references identity.app_user (id),
     constraint presence_kind_known check (kind in ('reply', 'note')),
     constraint presence_ends_later check (until > since)
   )`,
  `create index presence_by_end on replies.presence (until)`,
];

/** Answers kept ready, drafts that are being typed, and who is typing. */
export class RepliesCreateTables1764000006800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema replies cascade');
  }
}
