import type { MigrationInterface, QueryRunner } from 'typeorm';

const KINDS = `'response', 'resolution', 'ola', 'supplier', 'statutory_warning', 'statutory_notification', 'statutory_final'`;
const STEPS = `'started', 'paused', 'resumed', 'stopped', 'reopened', 'retargeted', 'relaxation_confirmed', 'cancelled'`;

const UP = [
  `alter table sla.clock
     add column party_id uuid,
     alter column policy_version_id drop not null,
     drop constraint ck_clock_kind,
     drop constraint uq_clock_cycle`,
  `alter table sla.clock
     add constraint ck_clock_kind check (kind in (${KINDS})),
     add constraint ck_clock_party check (party_id is null or kind in ('ola', 'supplier')),
     add constraint ck_clock_policy check (policy_version_id is not null or starts_with(kind, 'statutory_'))`,
  `create unique index uq_clock_cycle on sla.clock (ticket_id, kind, cycle, party_id) nulls not distinct`,
  `alter table sla.ledger
     alter column policy_version_id drop not null,
     drop constraint ck_ledger_type,
     drop constraint ck_ledger_target`,
  `alter table sla.ledger
     add constraint ck_ledger_type check (type in (${STEPS}, 'pause_corrected', 'breach_voided')),
     add constraint ck_ledger_target check ((type in ('started', 'retargeted', 'breach_voided')) = (calendar_id is not null and seconds is not null))`,
  `alter table sla.target
     add column party_id uuid constraint fk_target_party references identity.support_group (id),
     drop constraint ck_target_kind`,
  `alter table sla.target
     add constraint ck_target_kind check (kind in ('response', 'resolution', 'ola', 'supplier')),
     add constraint ck_target_party check (party_id is null or kind = 'ola')`,
  `drop index sla.uq_target_match`,
  `create unique index uq_target_match on sla.target (policy_version_id, ticket_type, priority, kind, service_id, institution_id, party_id) nulls not distinct`,
  `create index ix_target_party on sla.target (party_id) where party_id is not null`,
];

const DOWN = [
  `drop index sla.ix_target_party`,
  `drop index sla.uq_target_match`,
  `create unique index uq_target_match on sla.target (policy_version_id, ticket_type, priority, kind, service_id, institution_id) nulls not distinct`,
  `alter table sla.target drop constraint ck_target_party, drop constraint ck_target_kind, drop column party_id`,
  `alter table sla.target add constraint ck_target_kind check (kind in ('response', 'resolution'))`,
  `alter table sla.ledger drop constraint ck_ledger_type, drop constraint ck_ledger_target, alter column policy_version_id set not null`,
  `alter table sla.ledger
     add constraint ck_ledger_type check (type in (${STEPS})),
     add constraint ck_ledger_target check ((type in ('started', 'retargeted')) = (calendar_id is not null and seconds is not null))`,
  `drop index sla.uq_clock_cycle`,
  `alter table sla.clock
     drop constraint ck_clock_policy, drop constraint ck_clock_party, drop constraint ck_clock_kind, drop column party_id,
     alter column policy_version_id set not null`,
  `alter table sla.clock
     add constraint ck_clock_kind check (kind in ('response', 'resolution')),
     add constraint uq_clock_cycle unique (ticket_id, kind, cycle)`,
];

/** Clocks of groups, suppliers and the law beside those of the promise to the requester (DOMAIN 4.3(10), 4.5). */
export class SlaExtendClockKinds1764000007015 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** Goes back only where no clock of the new kinds is kept: their ledgers are append-only. */
  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}
