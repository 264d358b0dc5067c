import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agreements on services with institutions, groups and suppliers; no two of a kind and party hold for the same at the same time. */
export class SlaAddAgreements1764000007050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table sla.agreement_version`);
    await runner.query(`drop table sla.agreement`);
  }
}

/** Null stands for all; in the exclusion constraint, where null equals nothing, the nil uuid stands for it. */
const nil = (column: string): string => `coalesce(${column}, '00000000-0000-0000-0000-000000000000'::uuid)`;

const UP = [
  `create table sla.agreement (
     id uuid constraint pk_agreement primary key,
     kind text not null,
     reference text not null,
     service_id uuid constraint fk_agreement_service references catalogue.service (id),
     institution_id uuid constraint fk_agreement_institution references identity.institution (id),
     group_id uuid constraint fk_agreement_group references identity.support_group (id),
     supplier text,
     policy_id uuid constraint fk_agreement_policy references sla.policy (id),
     valid_from date not null,
     valid_to date,
     note text,
     version integer not null default 1,
     constraint ck_agreement_kind check (kind in ('sla', 'ola', 'uc')),
     constraint ck_agreement_party check ((kind = 'ola') = (group_id is not null) and (kind = 'uc') = (supplier is not null)),
     constraint ck_agreement_policy check (policy_id is null or kind = 'sla'),
     constraint ck_agreement_reference check (reference <> ''),
     constraint ck_agreement_validity check (valid_to is null or valid_to >= valid_from),
     constraint ex_agreement_overlap exclude using gist (
       kind with =, ${nil('service_id')} with =, ${nil('institution_id')} with =, ${nil('group_id')} with =, coalesce(lower(supplier), '') with =,
       daterange(valid_from, valid_to) with &&)
   )`,
  `create index ix_agreement_service on sla.agreement (service_id)`,
  `create index ix_agreement_institution on sla.agreement (institution_id)`,
  `create index ix_agreement_group on sla.agreement (group_id)`,
  `create index ix_agreement_policy on sla.agreement (policy_id)`,
  `create table sla.agreement_version (
     agreement_id uuid not null constraint fk_agreement_version_agreement references sla.agreement (id),
     version integer not null,
     terms jsonb not null,
     act text not null,
     reason text,
     actor_id uuid not null constraint fk_agreement_version_actor references identity.app_user (id),
     at timestamptz not null,
     constraint pk_agreement_version primary key (agreement_id, version),
     constraint ck_agreement_version_act check (act in ('concluded', 'changed', 'ended'))
   )`,
  `create index ix_agreement_version_actor on sla.agreement_version (actor_id)`,
  `create trigger agreement_version_append_only before update or delete or truncate on sla.agreement_version
     for each statement execute function platform.refuse_change()`,
];
