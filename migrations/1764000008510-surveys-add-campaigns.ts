import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Campaigns: whom a survey asks, and how far the asking has come. Nothing here can lead to an answer. */
export class SurveysAddCampaigns1764000008510 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['campaign_round', 'invitation_token', 'invitation', 'campaign_institution', 'campaign'])
      await runner.query(`drop table surveys.${table}`);
  }
}

const statements = [
  `create table surveys.campaign (
     id uuid constraint pk_campaign primary key,
     survey_version_id uuid not null constraint fk_campaign_survey_version references surveys.survey_version (id),
     title_lv text not null,
     title_en text not null,
     year integer not null,
     mode text not null,
     anonymous boolean not null,
     sample_size integer,
     seed text,
     min_group integer not null default 5,
     state text not null default 'draft',
     opens_on date not null,
     closes_on date not null,
     reminder_days integer[] not null default '{5,10}',
     paused boolean not null default false,
     created_at timestamptz not null,
     created_by uuid not null constraint fk_campaign_creator references identity.app_user (id),
     approved_at timestamptz,
     approved_by uuid constraint fk_campaign_approver references identity.app_user (id),
     opened_at timestamptz,
     closed_at timestamptz,
     close_reason text,
     publication_asked_by uuid constraint fk_campaign_publication_asker references identity.app_user (id),
     published_at timestamptz,
     previous_campaign_id uuid constraint fk_campaign_previous references surveys.campaign (id),
     version integer not null default 1,
     constraint ck_campaign_title check (length(title_lv) between 1 and 200 and length(title_en) between 1 and 200),
     constraint ck_campaign_year check (year between 2000 and 2100),
     constraint ck_campaign_mode check (mode in ('all_users', 'random_sample', 'institution_contacts')),
     constraint ck_campaign_anonymous check (anonymous = (mode <> 'institution_contacts')),
     constraint ck_campaign_sample check ((mode = 'random_sample') = (sample_size is not null and seed is not null)),
     constraint ck_campaign_sample_size check (sample_size between 5 and 100000),
     constraint ck_campaign_seed check (length(seed) between 4 and 40),
     constraint ck_campaign_min_group check (min_group between 5 and 100),
     constraint ck_campaign_state check (state in ('draft', 'approved', 'open', 'closed', 'published', 'cancelled')),
     constraint ck_campaign_days check (closes_on > opens_on),
     constraint ck_campaign_reminders check (cardinality(reminder_days) <= 5),
     constraint ck_campaign_approved check (state in ('draft', 'cancelled') or (approved_at is not null and approved_by is not null)),
     constraint ck_campaign_two_people check (approved_by <> created_by),
     constraint ck_campaign_opened check ((state in ('open', 'closed', 'published')) = (opened_at is not null)),
     constraint ck_campaign_closed check ((state in ('closed', 'published')) = (closed_at is not null)),
     constraint ck_campaign_published check ((state = 'published') = (published_at is not null)),
     constraint ck_campaign_paused check (not paused or state = 'open'),
     constraint ck_campaign_version check (version > 0)
   )`,
  `create index ix_campaign_survey_version on surveys.campaign (survey_version_id)`,
  `create index ix_campaign_year on surveys.campaign (year, id)`,
  `create index ix_campaign_under_way on surveys.campaign (id) where state in ('approved', 'open')`,
  `create table surveys.campaign_institution (
     campaign_id uuid not null constraint fk_campaign_institution_campaign references surveys.campaign (id),
     institution_id uuid not null constraint fk_campaign_institution_institution references identity.institution (id),
     users integer not null default 0,
     invited integer not null default 0,
     answered integer,
     excluded boolean not null default false,
     exclusion_reason text,
     constraint pk_campaign_institution primary key (campaign_id, institution_id),
     constraint ck_campaign_institution_counts check (users >= 0 and invited between 0 and users and answered between 0 and invited),
     constraint ck_campaign_institution_exclusion check (excluded = (exclusion_reason is not null)),
     constraint ck_campaign_institution_reason check (length(exclusion_reason) between 1 and 500),
     constraint ck_campaign_institution_excluded check (not excluded or invited = 0)
   )`,
  `create index ix_campaign_institution_institution on surveys.campaign_institution (institution_id)`,
  `create table surveys.invitation (
     id uuid constraint pk_invitation primary key,
     campaign_id uuid not null,
     institution_id uuid not null,
     user_id uuid not null constraint fk_invitation_user references identity.app_user (id),
     used boolean default false,
     rounds_sent integer not null default 0,
     constraint uq_invitation_user unique (campaign_id, user_id),
     constraint ck_invitation_rounds check (rounds_sent >= 0),
     constraint fk_invitation_institution foreign key (campaign_id, institution_id)
       references surveys.campaign_institution (campaign_id, institution_id)
   )`,
  `create index ix_invitation_institution on surveys.invitation (campaign_id, institution_id)`,
  `create index ix_invitation_person on surveys.invitation (user_id)`,
  `create table surveys.invitation_token (
     hash text constraint pk_invitation_token primary key,
     invitation_id uuid not null constraint fk_invitation_token_invitation references surveys.invitation (id),
     constraint ck_invitation_token_hash check (length(hash) = 64)
   )`,
  `create index ix_invitation_token_invitation on surveys.invitation_token (invitation_id)`,
  `create table surveys.campaign_round (
     campaign_id uuid not null constraint fk_campaign_round_campaign references surveys.campaign (id),
     kind text not null,
     number integer not null,
     done_at timestamptz not null,
     outcome text not null,
     constraint pk_campaign_round primary key (campaign_id, kind, number),
     constraint ck_campaign_round_kind check (kind in ('invitation', 'reminder', 'coverage')),
     constraint ck_campaign_round_number check (number >= 0),
     constraint ck_campaign_round_outcome check (outcome in ('sent', 'skipped'))
   )`,
];
