import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create schema approvals`,
  `create table approvals.round (
     id uuid not null,
     ticket_id uuid not null,
     number integer not null,
     purpose text not null,
     content_hash text not null,
     title text not null,
     excluded_ids uuid[] not null,
     state text not null default 'open',
     opened_at timestamptz not null,
     ended_at timestamptz,
     reason text,
     constraint round_pk primary key (id),
     constraint round_number_once unique (ticket_id, number),
     constraint round_ticket_fk foreign key (ticket_id) references tickets.ticket (id),
     constraint round_number_positive check (number > 0),
     constraint round_purpose_known check (purpose in ('authorise', 'ratify')),
     constraint round_state_known check (state in ('open', 'granted', 'refused', 'voided', 'cancelled')),
     constraint round_end_whole check ((state = 'open') = (ended_at is null))
   )`,
  `create unique index round_open_once on approvals.round (ticket_id) where state = 'open'`,
  `create table approvals.step (
     id uuid not null,
     round_id uuid not null,
     position integer not null,
     name_lv text not null,
     name_en text not null,
     rule text not null,
     needed integer not null,
     state text not null default 'waiting',
     due_at timestamptz not null,
     remind_at timestamptz,
     on_expiry text not null,
     escalate_to_ids uuid[] not null,
     client_side boolean not null default false,
     opened_at timestamptz,
     ended_at timestamptz,
     escalated_at timestamptz,
     constraint step_pk primary key (id),
     constraint step_round_fk foreign key (round_id) references approvals.round (id),
     constraint step_rule_known check (rule in ('all', 'any', 'n_of')),
     constraint step_needed_positive check (needed > 0),
     constraint step_state_known check (state in ('waiting', 'open', 'approved', 'refused', 'cancelled')),
     constraint step_expiry_known check (on_expiry in ('escalate', 'reject')),
     constraint step_opened check (state in ('waiting', 'cancelled') or opened_at is not null),
     constraint step_ended check ((state in ('waiting', 'open')) = (ended_at is null))
   )`,
  `create index step_by_round on approvals.step (round_id, position)`,
  `create index step_due on approvals.step (due_at) where state = 'open'`,
  `create index step_remind on approvals.step (remind_at) where state = 'open' and remind_at is not null`,
  `create table approvals.approval (
     id uuid not null,
     step_id uuid not null,
     approver_id uuid not null,
     state text not null default 'pending',
     decided_at timestamptz,
     reason text,
     channel text,
     delegated_from_id uuid,
     chain smallint not null default 0,
     escalated boolean not null default false,
     constraint approval_pk primary key (id),
     constraint approval_person_once unique (step_id, approver_id),
     constraint approval_step_fk foreign key (step_id) references approvals.step (id),
     constraint approval_approver_fk foreign key (approver_id) references identity.app_user (id),
     constraint approval_delegated_from_fk foreign key (delegated_from_id) references approvals.approval (id),
     constraint approval_state_known check (state in ('pending', 'approved', 'rejected', 'delegated', 'expired', 'cancelled')),
     constraint approval_decided check ((state = 'pending') = (decided_at is null)),
     constraint approval_channel_known check (channel in ('desk', 'mail')),
     constraint approval_channel_whole check ((state in ('approved', 'rejected')) = (channel is not null)),
     constraint approval_rejection_reason check (state <> 'rejected' or reason is not null),
     constraint approval_chain_length check (chain between 0 and 2),
     constraint approval_chain_whole check ((chain > 0) = (delegated_from_id is not null)),
     constraint approval_reason_length check (length(reason) between 1 and 2000)
   )`,
  `create index approval_by_approver on approvals.approval (approver_id, state)`,
  `create table approvals.link (
     id uuid not null,
     approval_id uuid not null,
     token_hash text not null,
     created_at timestamptz not null,
     spent_at timestamptz,
     constraint link_pk primary key (id),
     constraint link_token_once unique (token_hash),
     constraint link_approval_fk foreign key (approval_id) references approvals.approval (id),
     constraint link_token_length check (length(token_hash) = 64)
   )`,
  `create index link_by_approval on approvals.link (approval_id)`,
  // Whoever has the whole database may still not change what was decided without leaving a trace of having taken the guard away.
  `create trigger approval_final before update on approvals.approval for each row when (old.state <> 'pending') execute function platform.refuse_change()`,
  `create trigger approval_kept before delete or truncate on approvals.approval for each statement execute function platform.refuse_change()`,
];

/** Approvals of tickets of any type (DOMAIN 2.2, 3.5). */
export class ApprovalsCreateTables1764000005500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema approvals cascade');
  }
}
