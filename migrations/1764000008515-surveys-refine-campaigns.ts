import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a manager has approved is the wording that he saw: its revision is kept with the approval. A token leads to its campaign by itself, so
 * that it can be cut off from its person when the campaign closes and still be answered.
 */
export class SurveysRefineCampaigns1764000008515 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of down) await runner.query(statement);
  }
}

const up = [
  `alter table surveys.campaign add column approved_revision integer`,
  `alter table surveys.campaign add constraint ck_campaign_approved_revision check ((approved_revision is null) = (approved_at is null))`,
  `alter table surveys.invitation_token add column campaign_id uuid not null
     constraint fk_invitation_token_campaign references surveys.campaign (id)`,
  `alter table surveys.invitation_token alter column invitation_id drop not null`,
  `create index ix_invitation_token_campaign on surveys.invitation_token (campaign_id)`,
];

const down = [
  `delete from surveys.invitation_token where invitation_id is null`,
  `alter table surveys.invitation_token alter column invitation_id set not null`,
  `alter table surveys.invitation_token drop column campaign_id`,
  `alter table surveys.campaign drop column approved_revision`,
];
