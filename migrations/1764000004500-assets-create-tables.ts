import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The register of configuration items: classes, items with the history of their status, relations, services, and imports. */
export class AssetsCreateTables1764000004500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create schema assets`);
    for (const statement of [...register, ...imports]) await runner.query(statement);
    for (const [position, [code, nameLv, nameEn, kind, inFleet, isOffice]] of CLASSES.entries())
      await runner.query(
        `insert into assets.class (code, name_lv, name_en, kind, in_fleet, is_office, position) values ($1, $2, $3, $4, $5, $6, $7)`,
        [code, nameLv, nameEn, kind, inFleet, isOffice, position + 1],
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['import_row', 'import', 'service_item', 'relation', 'status_change', 'configuration_item', 'class'];
    for (const table of tables) await runner.query(`drop table assets.${table}`);
    await runner.query(`drop function assets.refuse_rewriting()`);
    await runner.query(`drop schema assets`);
  }
}

/** Code, names, kind, counted in the fleet (DOMAIN 5, KPI-12), counted as office equipment. */
const CLASSES: readonly (readonly [string, string, string, string, boolean, boolean])[] = [
  ['workstation', 'Darbstacija', 'Workstation', 'device', true, true],
  ['laptop', 'Portatīvais dators', 'Laptop', 'device', true, true],
  ['tablet', 'Planšetdators', 'Tablet', 'device', true, true],
  ['monitor', 'Monitors', 'Monitor', 'device', true, true],
  ['printer', 'Printeris', 'Printer', 'device', true, true],
  ['multifunction_printer', 'Daudzfunkciju iekārta', 'Multifunction printer', 'device', true, true],
  ['scanner', 'Skeneris', 'Scanner', 'device', true, true],
  ['phone', 'Tālrunis', 'Phone', 'device', true, true],
  ['server', 'Serveris', 'Server', 'infrastructure', true, false],
  ['storage', 'Datu glabātava', 'Storage', 'infrastructure', true, false],
  ['network_device', 'Tīkla iekārta', 'Network device', 'infrastructure', true, false],
  ['ups', 'Nepārtrauktās barošanas iekārta', 'Uninterruptible power supply', 'infrastructure', true, false],
  ['virtual_server', 'Virtuālais serveris', 'Virtual server', 'logical', false, false],
  ['database', 'Datubāze', 'Database', 'logical', false, false],
  ['application', 'Lietotne', 'Application', 'logical', false, false],
];

const register = [
  `create table assets.class (
     code text constraint pk_class primary key,
     name_lv text not null,
     name_en text not null,
     kind text not null,
     in_fleet boolean not null,
     is_office boolean not null,
     position smallint not null,
     constraint ck_class_code check (code ~ '^[a-z][a-z_]{0,39}$'),
     constraint ck_class_kind check (kind in ('device', 'infrastructure', 'logical')),
     constraint ck_class_office check (in_fleet or not is_office)
   )`,
  `create table assets.configuration_item (
     id uuid constraint pk_configuration_item primary key,
     tag text not null constraint uq_configuration_item_tag unique,
     name text not null,
     class text not null constraint fk_configuration_item_class references assets.class (code),
     status text not null,
     institution_id uuid not null constraint fk_configuration_item_institution references identity.institution (id),
     custodian_id uuid constraint fk_configuration_item_custodian references identity.app_user (id),
     serial text,
     manufacturer text,
     model text,
     location text,
     purchased_on date,
     warranty_until date,
     support_until date,
     agent_seen_at timestamptz,
     note text,
     search_text text not null,
     version integer not null default 1,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     constraint ck_configuration_item_tag check (tag = upper(tag) and tag ~ '[0-9]' and length(tag) <= 60),
     constraint ck_configuration_item_name check (name <> ''),
     constraint ck_configuration_item_status check (status in ('in_stock', 'in_use', 'in_repair', 'disposed')),
     constraint ck_configuration_item_version check (version > 0)
   )`,
  `create index ix_configuration_item_live on assets.configuration_item (tag) where status <> 'disposed'`,
  `create index ix_configuration_item_institution on assets.configuration_item (institution_id, tag)`,
  `create index ix_configuration_item_class on assets.configuration_item (class, tag)`,
  `create index ix_configuration_item_status on assets.configuration_item (status, tag)`,
  `create index ix_configuration_item_class_status on assets.configuration_item (class, status, tag)`,
  `create index ix_configuration_item_custodian on assets.configuration_item (custodian_id, tag) where custodian_id is not null`,
  `create index ix_configuration_item_support on assets.configuration_item (support_until, tag)
     where status <> 'disposed' and support_until is not null`,
  `create index ix_configuration_item_search on assets.configuration_item using gin (search_text public.gin_trgm_ops)`,
  `create table assets.status_change (
     id bigserial constraint pk_status_change primary key,
     item_id uuid not null constraint fk_status_change_item references assets.configuration_item (id),
     status text not null,
     at timestamptz not null,
     by_id uuid constraint fk_status_change_by references identity.app_user (id),
     reason text,
     constraint ck_status_change_status check (status in ('in_stock', 'in_use', 'in_repair', 'disposed'))
   )`,
  `create index ix_status_change_item on assets.status_change (item_id, at, id)`,
  `create function assets.refuse_rewriting() returns trigger language plpgsql as $$
   begin
     raise exception 'the history of a status is only added to';
   end $$`,
  `create trigger status_change_append_only before update or delete on assets.status_change
     for each row execute function assets.refuse_rewriting()`,
  `create table assets.relation (
     item_id uuid not null constraint fk_relation_item references assets.configuration_item (id),
     kind text not null,
     target_id uuid not null constraint fk_relation_target references assets.configuration_item (id),
     added_by uuid constraint fk_relation_added_by references identity.app_user (id),
     added_at timestamptz not null,
     constraint pk_relation primary key (item_id, kind, target_id),
     constraint ck_relation_kind check (kind in ('runs_on', 'depends_on', 'part_of', 'connected_to')),
     constraint ck_relation_not_to_itself check (item_id <> target_id),
     constraint ck_relation_connected_once check (kind <> 'connected_to' or item_id < target_id)
   )`,
  `create index ix_relation_target on assets.relation (target_id, kind)`,
  `create table assets.service_item (
     service_id uuid not null constraint fk_service_item_service references catalogue.service (id),
     item_id uuid not null constraint fk_service_item_item references assets.configuration_item (id),
     added_by uuid constraint fk_service_item_added_by references identity.app_user (id),
     added_at timestamptz not null,
     constraint pk_service_item primary key (service_id, item_id)
   )`,
  `create index ix_service_item_item on assets.service_item (item_id)`,
];

const imports = [
  `create table assets.import (
     id uuid constraint pk_import primary key,
     file_name text not null,
     state text not null,
     columns text[] not null,
     lines integer not null,
     faults jsonb not null,
     fault_lines integer not null,
     added integer not null,
     changed integer not null,
     same integer not null,
     done integer not null default 0,
     failures integer not null default 0,
     by_id uuid not null constraint fk_import_by references identity.app_user (id),
     checked_at timestamptz not null,
     started_at timestamptz,
     touched_at timestamptz,
     finished_at timestamptz,
     constraint ck_import_state check (state in ('checked', 'applying', 'done', 'failed')),
     constraint ck_import_finished check ((state in ('done', 'failed')) = (finished_at is not null))
   )`,
  `create index ix_import_by on assets.import (by_id)`,
  `create index ix_import_applying on assets.import (touched_at) where state = 'applying'`,
  `create table assets.import_row (
     import_id uuid not null constraint fk_import_row_import references assets.import (id) on delete cascade,
     line integer not null,
     action text not null,
     fields jsonb not null,
     was jsonb,
     constraint pk_import_row primary key (import_id, line),
     constraint ck_import_row_action check (action in ('add', 'change', 'same'))
   )`,
  `create index ix_import_row_action on assets.import_row (import_id, action, line)`,
];
