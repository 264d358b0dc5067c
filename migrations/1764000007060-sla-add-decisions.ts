import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `create table sla.void_request (
     id uuid constraint pk_void_request primary key,
     clock_id uuid not null constraint fk_void_request_clock references sla.clock (id),
     requested_by uuid not null constraint fk_void_request_requester references identity.app_user (id),
     requested_at timestamptz not null default clock_timestamp(),
     note text not null,
     priority smallint,
     state text not null default 'open',
     decided_by uuid constraint fk_void_request_decider references identity.app_user (id),
     decided_at timestamptz,
     constraint ck_void_request_state check (state in ('open', 'confirmed', 'refused')),
     constraint ck_void_request_priority check (priority between 1 and 5),
     constraint ck_void_request_decided check ((state = 'open') = (decided_by is null) and (decided_by is null) = (decided_at is null)),
     constraint ck_void_request_second_person check (state <> 'confirmed' or decided_by <> requested_by)
   )`,
  `create unique index uq_void_request_open on sla.void_request (clock_id) where state = 'open'`,
  `create index ix_void_request_clock on sla.void_request (clock_id)`,
  `create index ix_void_request_requester on sla.void_request (requested_by)`,
  `create index ix_void_request_decider on sla.void_request (decided_by)`,
  `create table sla.escalation (
     clock_id uuid not null constraint fk_escalation_clock references sla.clock (id),
     target_no integer not null,
     pct integer not null,
     step integer not null,
     action text not null,
     recipient text,
     done_at timestamptz not null default clock_timestamp(),
     result text not null,
     constraint pk_escalation primary key (clock_id, target_no, pct, step)
   )`,
  `create trigger escalation_append_only before update or delete or truncate on sla.escalation for each statement execute function platform.refuse_change()`,
];

/** Two people decide on a breach, and what was done at a threshold is on record once (DOMAIN 4.3(8), 4.5). */
export class SlaAddDecisions1764000007060 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table sla.escalation`);
    await runner.query(`drop table sla.void_request`);
  }
}
