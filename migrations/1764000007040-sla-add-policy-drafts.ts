import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Policies get drafts, which a second person publishes, and their targets steps of escalation. What is published stays as it is from
 * then on.
 */
export class SlaAddPolicyDrafts1764000007040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...versions, ...targets, ...guards]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of back) await runner.query(statement);
  }
}

/** DOMAIN 4.5, for the policy that every installation begins with. */
const DEFAULT_STEPS = JSON.stringify(
  Object.entries({
    50: ['notify_assignee'],
    75: ['notify_assignee', 'notify_lead'],
    90: ['notify_assignee', 'notify_lead', 'raise_rank'],
    100: ['notify_assignee', 'notify_lead', 'notify_manager', 'raise_rank'],
  }).flatMap(([pct, actions]) => actions.map((action) => ({ pct: Number(pct), action, to: null }))),
);

const versions = [
  `alter table sla.policy_version add column state text not null default 'published'`,
  `alter table sla.policy_version alter column valid_from drop not null`,
  `alter table sla.policy_version add column note text`,
  `alter table sla.policy_version add column revision integer not null default 1`,
  `alter table sla.policy_version add column drafters uuid[] not null default '{}'`,
  `alter table sla.policy_version add column updated_at timestamptz`,
  `alter table sla.policy_version add column published_by uuid constraint fk_policy_version_publisher references identity.app_user (id)`,
  `alter table sla.policy_version add column published_at timestamptz`,
  `alter table sla.policy_version add constraint ck_policy_version_state
     check ((state = 'draft' and valid_from is null) or (state = 'published' and valid_from is not null))`,
  `create unique index uq_policy_draft on sla.policy_version (policy_id) where state = 'draft'`,
  `create index ix_policy_version_publisher on sla.policy_version (published_by)`,
];

const targets = [`alter table sla.target add column steps jsonb not null default '[]'`, `update sla.target set steps = '${DEFAULT_STEPS}'`];

const guards = [
  `create function sla.refuse_published() returns trigger language plpgsql as $$
   declare
     owner uuid;
   begin
     if tg_table_name = 'policy_version' then
       if old.state = 'published' then raise exception 'a published version of a policy does not change'; end if;
     else
       owner := case when tg_op = 'INSERT' then new.policy_version_id else old.policy_version_id end;
       if exists (select 1 from sla.policy_version v where v.id = owner and v.state = 'published') then
         raise exception 'the targets of a published policy do not change';
       end if;
     end if;
     return case when tg_op = 'DELETE' then old else new end;
   end $$`,
  `create trigger policy_version_published before update or delete on sla.policy_version for each row execute function sla.refuse_published()`,
  `create trigger target_published before insert or delete on sla.target for each row execute function sla.refuse_published()`,
];

const back = [
  `drop trigger target_published on sla.target`,
  `drop trigger policy_version_published on sla.policy_version`,
  `drop function sla.refuse_published()`,
  `delete from sla.target where policy_version_id in (select id from sla.policy_version where state = 'draft')`,
  `delete from sla.policy_version where state = 'draft'`,
  `alter table sla.target drop column steps`,
  `drop index sla.ix_policy_version_publisher`,
  `drop index sla.uq_policy_draft`,
  `alter table sla.policy_version drop constraint ck_policy_version_state`,
  ...['published_at', 'published_by', 'updated_at', 'drafters', 'revision', 'note', 'state'].map(
    (column) => `alter table sla.policy_version drop column ${column}`,
  ),
  `alter table sla.policy_version alter column valid_from set not null`,
];
