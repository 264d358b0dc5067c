import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Services, the versions in which they are offered, and the institutions that subscribe to them. */
export class CatalogueCreateTables1764000004000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // Equality of uuid in an exclusion constraint. A trusted extension: the owner of the database may create it.
    await runner.query(`create extension if not exists btree_gist with schema public`);
    await runner.query(`create schema catalogue`);
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['subscription', 'service_offering', 'service']) await runner.query(`drop table catalogue.${table}`);
    await runner.query(`drop schema catalogue`);
  }
}

const tables = [
  `create table catalogue.service (
     id uuid constraint pk_service primary key,
     code text not null constraint uq_service_code unique,
     name_lv text collate "lv-x-icu" not null,
     name_en text not null,
     description_lv text,
     description_en text,
     owner_id uuid constraint fk_service_owner references identity.app_user (id),
     status text not null default 'draft',
     criticality text not null default 'medium',
     virsis_id text,
     default_group_id uuid constraint fk_service_default_group references identity.support_group (id),
     constraint ck_service_status check (status in ('draft', 'published', 'retired')),
     constraint ck_service_criticality check (criticality in ('low', 'medium', 'high', 'critical')),
     constraint ck_service_published check (status <> 'published'
       or (description_lv is not null and description_en is not null and owner_id is not null))
   )`,
  `create index ix_service_name on catalogue.service (name_lv, id)`,
  `create index ix_service_owner on catalogue.service (owner_id)`,
  `create index ix_service_default_group on catalogue.service (default_group_id)`,
  `create table catalogue.service_offering (
     id uuid constraint pk_service_offering primary key,
     service_id uuid not null constraint fk_service_offering_service references catalogue.service (id),
     kind text not null,
     version integer not null default 1,
     default_group_id uuid constraint fk_service_offering_default_group references identity.support_group (id),
     constraint uq_service_offering_version unique (service_id, kind, version),
     constraint ck_service_offering_kind check (kind in ('incident', 'request')),
     constraint ck_service_offering_version check (version > 0)
   )`,
  `create index ix_service_offering_default_group on catalogue.service_offering (default_group_id)`,
  `create table catalogue.subscription (
     id uuid constraint pk_subscription primary key,
     service_id uuid not null constraint fk_subscription_service references catalogue.service (id),
     institution_id uuid not null constraint fk_subscription_institution references identity.institution (id),
     valid_from date not null,
     valid_to date,
     constraint ck_subscription_validity check (valid_to is null or valid_to > valid_from),
     constraint ex_subscription_overlap exclude using gist
       (service_id with =, institution_id with =, daterange(valid_from, valid_to) with &&)
   )`,
  `create index ix_subscription_institution on catalogue.subscription (institution_id, service_id)`,
];
