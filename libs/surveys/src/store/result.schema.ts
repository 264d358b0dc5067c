import { EntitySchema } from 'typeorm';

const campaign = (name: string) => ({ name, target: 'Campaign', columnNames: ['campaign_id'], referencedColumnNames: ['id'] });
const person = (name: string, column: string) => ({ name, target: 'AppUser', columnNames: [column], referencedColumnNames: ['id'] });

/** `surveys.campaign_result`: what was published of a campaign. Append-only. */
const campaignResultSchema = new EntitySchema<Record<string, unknown>>({
  name: 'CampaignResult',
  schema: 'surveys',
  tableName: 'campaign_result',
  columns: {
    campaign_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_campaign_result' },
    method: { type: 'integer' },
    figures: { type: 'jsonb' },
    input_hash: { type: 'text' },
    frozen_at: { type: 'timestamptz' },
  },
  checks: [
    { name: 'ck_campaign_result_method', expression: 'method > 0' },
    { name: 'ck_campaign_result_hash', expression: 'length(input_hash) = 64' },
  ],
  foreignKeys: [campaign('fk_campaign_result_campaign')],
});

/** `surveys.comment_redaction`: a comment as it may be read, once a second person has confirmed it; no text where it is not read at all. */
const commentRedactionSchema = new EntitySchema<Record<string, unknown>>({
  name: 'CommentRedaction',
  schema: 'surveys',
  tableName: 'comment_redaction',
  columns: {
    comment_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_comment_redaction' },
    campaign_id: { type: 'uuid' },
    text: { type: 'text', nullable: true },
    proposed_by: { type: 'uuid' },
    proposed_at: { type: 'timestamptz' },
    confirmed_by: { type: 'uuid', nullable: true },
    confirmed_at: { type: 'timestamptz', nullable: true },
    version: { type: 'integer', default: 1 },
  },
  indices: [{ name: 'ix_comment_redaction_campaign', columns: ['campaign_id'] }],
  checks: [
    { name: 'ck_comment_redaction_text', expression: 'length(text) between 1 and 4000' },
    { name: 'ck_comment_redaction_two_people', expression: 'confirmed_by <> proposed_by' },
    { name: 'ck_comment_redaction_confirmed', expression: '(confirmed_by is null) = (confirmed_at is null)' },
    { name: 'ck_comment_redaction_version', expression: 'version > 0' },
  ],
  foreignKeys: [
    campaign('fk_comment_redaction_campaign'),
    person('fk_comment_redaction_proposer', 'proposed_by'),
    person('fk_comment_redaction_confirmer', 'confirmed_by'),
  ],
});

export const resultSchemas = [campaignResultSchema, commentRedactionSchema];
