import type { MigrationInterface, QueryRunner } from 'typeorm';

/** KPI-01: what campaigns of the client survey measured, and what was measured before them elsewhere. */
export class KpisAddClientSatisfaction1764000009230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
    await runner.query(
      `insert into kpis.definition (code, version, name_lv, name_en, formula, valid_from) values ('KPI-01', 1, $1, $2, $3, '2020-01-01')`,
      [
        'Apmierināto Centra klientu īpatsvars',
        'Share of satisfied clients of the Centre',
        'mean over responding institutions of the share of the top two answers to the headline question, every institution with the same weight',
      ],
    );
    await runner.query(
      `insert into kpis.target (code, year, value, source)
       select 'KPI-01', year, value, 'strategy 2020-2022' from (values (2020, 65), (2021, 70), (2022, 75)) as t(year, value)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from kpis.target where code = 'KPI-01'`);
    await runner.query(`drop table kpis.campaign_measurement`);
    await runner.query(`delete from kpis.definition where code = 'KPI-01'`);
  }
}

const statements = [
  `create table kpis.campaign_measurement (
     id integer generated always as identity constraint pk_campaign_measurement primary key,
     code text not null default 'KPI-01',
     definition_version integer not null,
     year integer not null,
     campaign_id uuid constraint uq_campaign_measurement_campaign unique,
     source text,
     value double precision not null,
     low double precision,
     high double precision,
     effective_n double precision,
     answered integer,
     institutions integer,
     clients integer,
     users_value double precision,
     users_low double precision,
     users_high double precision,
     input_hash text,
     frozen_at timestamptz not null,
     actor_id uuid,
     constraint fk_campaign_measurement_definition foreign key (code, definition_version) references kpis.definition (code, version),
     constraint ck_campaign_measurement_origin check ((campaign_id is null) = (source is not null)),
     constraint ck_campaign_measurement_campaign check (campaign_id is null or (effective_n is not null and answered is not null
       and institutions is not null and clients is not null and users_value is not null and input_hash is not null)),
     constraint ck_campaign_measurement_share check (value between 0 and 1 and low <= value and high >= value),
     constraint ck_campaign_measurement_year check (year between 2000 and 2100),
     constraint ck_campaign_measurement_source check (length(source) between 1 and 300)
   )`,
  `create index ix_campaign_measurement_year on kpis.campaign_measurement (year, id)`,
  `create trigger campaign_measurement_append_only before update or delete on kpis.campaign_measurement
     for each row execute function platform.refuse_change()`,
];
