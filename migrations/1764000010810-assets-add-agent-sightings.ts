import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // Which classes are workstations is data, as the fleet is (DOMAIN 5, KPI-13; DOMAIN 10 leaves classes open).
  `alter table assets.class add column is_workstation boolean not null default false`,
  `update assets.class set is_workstation = true where code in ('workstation', 'laptop')`,
  `create table assets.agent_sighting (
     id bigserial constraint pk_agent_sighting primary key,
     item_id uuid not null constraint fk_agent_sighting_item references assets.configuration_item (id),
     seen_at timestamptz,
     reported_at timestamptz not null
   )`,
  `create index ix_agent_sighting_item on assets.agent_sighting (item_id, reported_at, id)`,
  `insert into assets.agent_sighting (item_id, seen_at, reported_at)
     select id, agent_seen_at, least(now(), greatest(agent_seen_at, created_at)) from assets.configuration_item where agent_seen_at is not null`,
  `create trigger agent_sighting_append_only before update or delete on assets.agent_sighting
     for each row execute function platform.refuse_change()`,
];

/** What update agents told of themselves and when, so that coverage can be counted as it stood on a past day. */
export class AssetsAddAgentSightings1764000010810 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table assets.agent_sighting');
    await runner.query('alter table assets.class drop column is_workstation');
  }
}
