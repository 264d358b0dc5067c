import { EntitySchema } from 'typeorm';

const person = (name: string, column: string) => ({
  name,
  target: 'AppUser',
  columnNames: [column],
  referencedColumnNames: ['id'],
});

/** `surveys.campaign`: one asking of one version of a survey. */
const campaignSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Campaign',
  schema: 'surveys',
  tableName: 'campaign',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_campaign' },
    survey_version_id: { type: 'uuid' },
    title_lv: { type: 'text' },
    title_en: { type: 'text' },
    year: { type: 'integer' },
    mode: { type: 'text' },
    anonymous: { type: 'boolean' },
    sample_size: { type: 'integer', nullable: true },
    seed: { type: 'text', nullable: true },
    min_group: { type: 'integer', default: 5 },
    state: { type: 'text', default: 'draft' },
    opens_on: { type: 'date' },
    closes_on: { type: 'date' },
    reminder_days: { type: 'integer', array: true, default: '{5,10}' },
    paused: { type: 'boolean', default: false },
    created_at: { type: 'timestamptz' },
    created_by: { type: 'uuid' },
    approved_at: { type: 'timestamptz', nullable: true },
    approved_by: { type: 'uuid', nullable: true },
    approved_revision: { type: 'integer', nullable: true },
    opened_at: { type: 'timestamptz', nullable: true },
    closed_at: { type: 'timestamptz', nullable: true },
    close_reason: { type: 'text', nullable: true },
    publication_asked_by: { type: 'uuid', nullable: true },
    published_at: { type: 'timestamptz', nullable: true },
    previous_campaign_id: { type: 'uuid', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [
    { name: 'ix_campaign_survey_version', columns: ['survey_version_id'] },
    { name: 'ix_campaign_year', columns: ['year', 'id'] },
    { name: 'ix_campaign_under_way', columns: ['id'], where: `state in ('approved', 'open')` },
  ],
  foreignKeys: [
    {
      name: 'fk_campaign_survey_version',
      target: 'SurveyVersion',
      columnNames: ['survey_version_id'],
      referencedColumnNames: ['id'],
    },
    { name: 'fk_campaign_previous', target: 'Campaign', columnNames: ['previous_campaign_id'], referencedColumnNames: ['id'] },
    person('fk_campaign_creator', 'created_by'),
    person('fk_campaign_approver', 'approved_by'),
    person('fk_campaign_publication_asker', 'publication_asked_by'),
  ],
  checks: [
    { name: 'ck_campaign_title', expression: 'length(title_lv) between 1 and 200 and length(title_en) between 1 and 200' },
    { name: 'ck_campaign_year', expression: 'year between 2000 and 2100' },
    { name: 'ck_campaign_mode', expression: `mode in ('all_users', 'random_sample', 'institution_contacts')` },
    { name: 'ck_campaign_anonymous', expression: `anonymous = (mode <> 'institution_contacts')` },
    { name: 'ck_campaign_sample', expression: `(mode = 'random_sample') = (sample_size is not null and seed is not null)` },
    { name: 'ck_campaign_sample_size', expression: 'sample_size between 5 and 100000' },
    { name: 'ck_campaign_seed', expression: 'length(seed) between 4 and 40' },
    { name: 'ck_campaign_min_group', expression: 'min_group between 5 and 100' },
    { name: 'ck_campaign_state', expression: `state in ('draft', 'approved', 'open', 'closed', 'published', 'cancelled')` },
    { name: 'ck_campaign_days', expression: 'closes_on > opens_on' },
    { name: 'ck_campaign_reminders', expression: 'cardinality(reminder_days) <= 5' },
    {
      name: 'ck_campaign_approved',
      expression: `state in ('draft', 'cancelled') or (approved_at is not null and approved_by is not null)`,
    },
    { name: 'ck_campaign_approved_revision', expression: '(approved_revision is null) = (approved_at is null)' },
    { name: 'ck_campaign_two_people', expression: 'approved_by <> created_by' },
    { name: 'ck_campaign_opened', expression: `(state in ('open', 'closed', 'published')) = (opened_at is not null)` },
    { name: 'ck_campaign_closed', expression: `(state in ('closed', 'published')) = (closed_at is not null)` },
    { name: 'ck_campaign_published', expression: `(state = 'published') = (published_at is not null)` },
    { name: 'ck_campaign_paused', expression: `not paused or state = 'open'` },
    { name: 'ck_campaign_version', expression: 'version > 0' },
  ],
});

/** `surveys.campaign_institution`: the frame. Before the opening it holds exclusions only; the counts are frozen with it. */
const campaignInstitutionSchema = new EntitySchema<Record<string, unknown>>({
  name: 'CampaignInstitution',
  schema: 'surveys',
  tableName: 'campaign_institution',
  columns: {
    campaign_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_campaign_institution' },
    institution_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_campaign_institution' },
    users: { type: 'integer', default: 0 },
    invited: { type: 'integer', default: 0 },
    answered: { type: 'integer', nullable: true },
    excluded: { type: 'boolean', default: false },
    exclusion_reason: { type: 'text', nullable: true },
  },
  indices: [{ name: 'ix_campaign_institution_institution', columns: ['institution_id'] }],
  foreignKeys: [
    { name: 'fk_campaign_institution_campaign', target: 'Campaign', columnNames: ['campaign_id'], referencedColumnNames: ['id'] },
    { name: 'fk_campaign_institution_institution', target: 'Institution', columnNames: ['institution_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'ck_campaign_institution_counts', expression: 'users >= 0 and invited between 0 and users and answered between 0 and invited' },
    { name: 'ck_campaign_institution_exclusion', expression: 'excluded = (exclusion_reason is not null)' },
    { name: 'ck_campaign_institution_reason', expression: 'length(exclusion_reason) between 1 and 500' },
    { name: 'ck_campaign_institution_excluded', expression: 'not excluded or invited = 0' },
  ],
});

/** `surveys.invitation`: who is asked. `used` is null once an anonymous campaign has closed: then only counts are left. */
const invitationSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Invitation',
  schema: 'surveys',
  tableName: 'invitation',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_invitation' },
    campaign_id: { type: 'uuid' },
    institution_id: { type: 'uuid' },
    user_id: { type: 'uuid' },
    used: { type: 'boolean', nullable: true, default: false },
    rounds_sent: { type: 'integer', default: 0 },
  },
  uniques: [{ name: 'uq_invitation_user', columns: ['campaign_id', 'user_id'] }],
  indices: [
    { name: 'ix_invitation_institution', columns: ['campaign_id', 'institution_id'] },
    { name: 'ix_invitation_person', columns: ['user_id'] },
  ],
  foreignKeys: [
    {
      name: 'fk_invitation_institution',
      target: 'CampaignInstitution',
      columnNames: ['campaign_id', 'institution_id'],
      referencedColumnNames: ['campaign_id', 'institution_id'],
    },
    person('fk_invitation_user', 'user_id'),
  ],
  checks: [{ name: 'ck_invitation_rounds', expression: 'rounds_sent >= 0' }],
});

/**
 * `surveys.invitation_token`: SHA-256 of the tokens in a person's mails; any of them opens the one invitation. Once an anonymous campaign has
 * closed they lead to the campaign only: how many a person got would tell when he answered.
 */
const invitationTokenSchema = new EntitySchema<Record<string, unknown>>({
  name: 'InvitationToken',
  schema: 'surveys',
  tableName: 'invitation_token',
  columns: {
    hash: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_invitation_token' },
    campaign_id: { type: 'uuid' },
    invitation_id: { type: 'uuid', nullable: true },
  },
  indices: [
    { name: 'ix_invitation_token_invitation', columns: ['invitation_id'] },
    { name: 'ix_invitation_token_campaign', columns: ['campaign_id'] },
  ],
  foreignKeys: [
    { name: 'fk_invitation_token_campaign', target: 'Campaign', columnNames: ['campaign_id'], referencedColumnNames: ['id'] },
    { name: 'fk_invitation_token_invitation', target: 'Invitation', columnNames: ['invitation_id'], referencedColumnNames: ['id'] },
  ],
  checks: [{ name: 'ck_invitation_token_hash', expression: 'length(hash) = 64' }],
});

/** `surveys.campaign_round`: a step of the plan that was taken, once. */
const campaignRoundSchema = new EntitySchema<Record<string, unknown>>({
  name: 'CampaignRound',
  schema: 'surveys',
  tableName: 'campaign_round',
  columns: {
    campaign_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_campaign_round' },
    kind: { type: 'text', primary: true, primaryKeyConstraintName: 'pk_campaign_round' },
    number: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_campaign_round' },
    done_at: { type: 'timestamptz' },
    outcome: { type: 'text' },
  },
  foreignKeys: [{ name: 'fk_campaign_round_campaign', target: 'Campaign', columnNames: ['campaign_id'], referencedColumnNames: ['id'] }],
  checks: [
    { name: 'ck_campaign_round_kind', expression: `kind in ('invitation', 'reminder', 'coverage')` },
    { name: 'ck_campaign_round_number', expression: 'number >= 0' },
    { name: 'ck_campaign_round_outcome', expression: `outcome in ('sent', 'skipped')` },
  ],
});

export const campaignSchemas = [campaignSchema, campaignInstitutionSchema, invitationSchema, invitationTokenSchema, campaignRoundSchema];
