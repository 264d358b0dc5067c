import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create schema tickets`,
  // One sequence for each type and year: a shared counter row would make all creates queue behind each other. Gaps are fine.
  `create function tickets.next_number(prefix text, year int) returns text language plpgsql as $$
   declare seq text := format('tickets.number_%s_%s', lower(prefix), year);
   begin
     if to_regclass(seq) is null then
       perform pg_advisory_xact_lock(hashtext(seq));
       execute format('create sequence if not exists %s', seq);
     end if;
     return format('%s-%s-%s', prefix, year, lpad(nextval(seq::regclass)::text, 6, '0'));
   end $$`,
  `create table tickets.ticket (
     id uuid not null,
     number text not null,
     type text not null,
     title text not null,
     description text not null,
     requester_id uuid not null,
     affected_user_id uuid not null,
     created_by_id uuid not null,
     institution_id uuid not null,
     service_id uuid,
     group_id uuid,
     assignee_id uuid,
     impact smallint not null,
     urgency smallint not null,
     priority smallint not null,
     state text not null,
     hold_reason text,
     due_at timestamptz,
     due_kind text,
     source text not null,
     restricted boolean not null default false,
     origin text,
     submitted_at timestamptz not null,
     updated_at timestamptz not null,
     resolved_at timestamptz,
     closed_at timestamptz,
     version integer not null default 1,
     resolver_group_id uuid,
     resolver_id uuid,
     reopen_count integer not null default 0,
     hop_count integer not null default 0,
     duplicate_of_id uuid,
     escalation_rank smallint not null default 0,
     constraint ticket_pk primary key (id),
     constraint ticket_number_key unique (number),
     constraint ticket_id_type_key unique (id, type),
     constraint ticket_requester_fk foreign key (requester_id) references identity.app_user (id),
     constraint ticket_affected_user_fk foreign key (affected_user_id) references identity.app_user (id),
     constraint ticket_created_by_fk foreign key (created_by_id) references identity.app_user (id),
     constraint ticket_institution_fk foreign key (institution_id) references identity.institution (id),
     constraint ticket_service_fk foreign key (service_id) references catalogue.service (id),
     constraint ticket_group_fk foreign key (group_id) references identity.support_group (id),
     constraint ticket_assignee_fk foreign key (assignee_id) references identity.app_user (id),
     constraint ticket_resolver_group_fk foreign key (resolver_group_id) references identity.support_group (id),
     constraint ticket_resolver_fk foreign key (resolver_id) references identity.app_user (id),
     constraint ticket_duplicate_of_fk foreign key (duplicate_of_id) references tickets.ticket (id),
     constraint ticket_state_of_type check (type = 'incident' and state in ('new', 'assigned', 'in_progress', 'on_hold', 'resolved', 'closed', 'cancelled')),
     constraint ticket_impact_range check (impact between 1 and 3),
     constraint ticket_urgency_range check (urgency between 1 and 3),
     constraint ticket_priority_range check (priority between 1 and 5),
     constraint ticket_hold_has_reason check ((state = 'on_hold') = (hold_reason is not null)),
     constraint ticket_resolved_has_instant check (state <> 'resolved' or resolved_at is not null),
     constraint ticket_end_has_instant check (state not in ('closed', 'cancelled') or closed_at is not null),
     constraint ticket_source_known check (source in ('portal', 'phone', 'email', 'in_person', 'monitoring', 'api', 'import')),
     constraint ticket_not_its_own_duplicate check (duplicate_of_id <> id)
   ) with (fillfactor = 90)`,
  `create index ticket_queue on tickets.ticket (group_id, due_at, id) where state in ('new', 'assigned', 'in_progress', 'on_hold')`,
  `create index ticket_unassigned on tickets.ticket (group_id, due_at, id) where assignee_id is null and state in ('new', 'assigned', 'in_progress', 'on_hold')`,
  `create index ticket_assignee on tickets.ticket (assignee_id, due_at, id) where state in ('new', 'assigned', 'in_progress', 'on_hold')`,
  `create index ticket_open_due on tickets.ticket (due_at, id) where state in ('new', 'assigned', 'in_progress', 'on_hold')`,
  `create index ticket_open_priority on tickets.ticket (priority, submitted_at, id) where state in ('new', 'assigned', 'in_progress', 'on_hold')`,
  `create index ticket_open_updated on tickets.ticket (updated_at, id) where state in ('new', 'assigned', 'in_progress', 'on_hold')`,
  `create index ticket_submitted on tickets.ticket (submitted_at, id)`,
  `create index ticket_requester on tickets.ticket (requester_id, submitted_at, id)`,
  `create index ticket_affected_user on tickets.ticket (affected_user_id, submitted_at, id) where affected_user_id <> requester_id`,
  `create index ticket_created_by on tickets.ticket (created_by_id, submitted_at, id) where created_by_id <> requester_id`,
  `create index ticket_assignee_ever on tickets.ticket (assignee_id, submitted_at, id) where assignee_id is not null`,
  `create index ticket_institution on tickets.ticket (institution_id, submitted_at, id)`,
  `create index ticket_group on tickets.ticket (group_id, submitted_at, id)`,
  `create index ticket_duplicate_of on tickets.ticket (duplicate_of_id) where duplicate_of_id is not null`,
  // Words inside titles. A trusted extension: the owner of the database may create it. It stays when the tables go.
  `create extension if not exists pg_trgm with schema public`,
  `create index ticket_title_words on tickets.ticket using gin (title gin_trgm_ops)`,
  `create table tickets.past_group (
     ticket_id uuid not null,
     group_id uuid not null,
     left_at timestamptz not null,
     constraint past_group_pk primary key (ticket_id, group_id),
     constraint past_group_ticket_fk foreign key (ticket_id) references tickets.ticket (id),
     constraint past_group_group_fk foreign key (group_id) references identity.support_group (id)
   )`,
  `create index past_group_by_group on tickets.past_group (group_id, left_at)`,
  `create table tickets.watcher (
     ticket_id uuid not null,
     user_id uuid not null,
     added_by_id uuid not null,
     added_at timestamptz not null,
     constraint watcher_pk primary key (ticket_id, user_id),
     constraint watcher_ticket_fk foreign key (ticket_id) references tickets.ticket (id),
     constraint watcher_user_fk foreign key (user_id) references identity.app_user (id),
     constraint watcher_added_by_fk foreign key (added_by_id) references identity.app_user (id)
   )`,
  `create index watcher_by_user on tickets.watcher (user_id, ticket_id)`,
  `create table tickets.link (
     ticket_id uuid not null,
     kind text not null,
     target_id uuid not null,
     added_by_id uuid,
     added_at timestamptz not null,
     constraint link_pk primary key (ticket_id, kind, target_id),
     constraint link_ticket_fk foreign key (ticket_id) references tickets.ticket (id),
     constraint link_target_fk foreign key (target_id) references tickets.ticket (id),
     constraint link_added_by_fk foreign key (added_by_id) references identity.app_user (id),
     constraint link_kind_known check (kind in ('duplicate_of', 'caused_by', 'resolved_by', 'related', 'follow_up')),
     constraint link_not_to_itself check (ticket_id <> target_id)
   )`,
  `create index link_by_target on tickets.link (target_id, kind)`,
  `create table tickets.comment (
     id uuid not null,
     ticket_id uuid not null,
     author_id uuid not null,
     by_staff boolean not null,
     visibility text not null,
     kind text not null,
     body text not null,
     at timestamptz not null,
     constraint comment_pk primary key (id),
     constraint comment_ticket_fk foreign key (ticket_id) references tickets.ticket (id),
     constraint comment_author_fk foreign key (author_id) references identity.app_user (id),
     constraint comment_visibility_known check (visibility in ('public', 'internal')),
     constraint comment_kind_known check (kind in ('reply', 'note', 'question', 'reopening', 'resolution'))
   )`,
  `create index comment_by_ticket on tickets.comment (ticket_id, at, id)`,
  `create table tickets.attachment (
     id uuid not null,
     ticket_id uuid not null,
     comment_id uuid,
     by_id uuid not null,
     by_staff boolean not null,
     visibility text not null,
     name text not null,
     size bigint not null,
     media_type text not null,
     sha256 text not null,
     has_preview boolean not null,
     scan_state text not null,
     at timestamptz not null,
     constraint attachment_pk primary key (id),
     constraint attachment_ticket_fk foreign key (ticket_id) references tickets.ticket (id),
     constraint attachment_comment_fk foreign key (comment_id) references tickets.comment (id),
     constraint attachment_by_fk foreign key (by_id) references identity.app_user (id),
     constraint attachment_visibility_known check (visibility in ('public', 'internal')),
     constraint attachment_scan_state_known check (scan_state in ('not_scanned', 'clean', 'infected')),
     constraint attachment_size_not_negative check (size >= 0)
   )`,
  `create index attachment_by_ticket on tickets.attachment (ticket_id, at, id)`,
  `create index attachment_by_comment on tickets.attachment (comment_id)`,
];

const DOWN = [`drop schema tickets cascade`];

/** Tickets of every type, their conversation, files, watchers and links. */
export class TicketsCreateTables1764000005000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
