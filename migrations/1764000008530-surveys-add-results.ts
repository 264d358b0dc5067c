import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was published of campaigns, for good; and comments as they may be read, redacted by one person and confirmed by another. */
export class SurveysAddResults1764000008530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table surveys.comment_redaction`);
    await runner.query(`drop table surveys.campaign_result`);
  }
}

const statements = [
  `create table surveys.campaign_result (
     campaign_id uuid constraint pk_campaign_result primary key constraint fk_campaign_result_campaign references surveys.campaign (id),
     method integer not null,
     figures jsonb not null,
     input_hash text not null,
     frozen_at timestamptz not null,
     constraint ck_campaign_result_method check (method > 0),
     constraint ck_campaign_result_hash check (length(input_hash) = 64)
   )`,
  `create trigger campaign_result_append_only before update or delete on surveys.campaign_result
     for each row execute function platform.refuse_change()`,
  `create table surveys.comment_redaction (
     comment_id uuid constraint pk_comment_redaction primary key,
     campaign_id uuid not null constraint fk_comment_redaction_campaign references surveys.campaign (id),
     text text,
     proposed_by uuid not null constraint fk_comment_redaction_proposer references identity.app_user (id),
     proposed_at timestamptz not null,
     confirmed_by uuid constraint fk_comment_redaction_confirmer references identity.app_user (id),
     confirmed_at timestamptz,
     version integer not null default 1,
     constraint ck_comment_redaction_text check (length(text) between 1 and 4000),
     constraint ck_comment_redaction_two_people check (confirmed_by <> proposed_by),
     constraint ck_comment_redaction_confirmed check ((confirmed_by is null) = (confirmed_at is null)),
     constraint ck_comment_redaction_version check (version > 0)
   )`,
  `create index ix_comment_redaction_campaign on surveys.comment_redaction (campaign_id)`,
];
