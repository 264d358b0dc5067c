import type { MigrationInterface, QueryRunner } from 'typeorm';

const owners = `owners := case tg_op when 'INSERT' then array[new.policy_version_id] when 'DELETE' then array[old.policy_version_id]
         else array[old.policy_version_id, new.policy_version_id] end;`;

/** The targets of a published policy are refused every change, in place too: tickets were promised by them (DOMAIN 4.3(7)). */
export class SlaGuardTargets1764000007070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create function sla.refuse_published_target() returns trigger language plpgsql as $$
      declare
        owners uuid[];
      begin
        ${owners}
        if exists (select 1 from sla.policy_version v where v.id = any (owners) and v.state = 'published') then
          raise exception 'the targets of a published policy do not change';
        end if;
        return case when tg_op = 'DELETE' then old else new end;
      end $$`);
    await runner.query(`drop trigger target_published on sla.target`);
    await runner.query(
      `create trigger target_published before insert or update or delete on sla.target for each row execute function sla.refuse_published_target()`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger target_published on sla.target`);
    await runner.query(
      `create trigger target_published before insert or delete on sla.target for each row execute function sla.refuse_published()`,
    );
    await runner.query(`drop function sla.refuse_published_target()`);
  }
}
