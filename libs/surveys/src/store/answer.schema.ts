import { EntitySchema } from 'typeorm';

const institution = (name: string) => ({
  name,
  target: 'CampaignInstitution',
  columnNames: ['campaign_id', 'institution_id'],
  referencedColumnNames: ['campaign_id', 'institution_id'],
});

/** `surveys.drop_box`: answers that wait, sealed, until there are enough of them to be mixed. */
const dropBoxSchema = new EntitySchema<Record<string, unknown>>({
  name: 'DropBox',
  schema: 'surveys',
  tableName: 'drop_box',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_drop_box' },
    campaign_id: { type: 'uuid' },
    institution_id: { type: 'uuid' },
    envelope: { type: 'bytea' },
  },
  indices: [{ name: 'ix_drop_box_institution', columns: ['campaign_id', 'institution_id'] }],
  foreignKeys: [institution('fk_drop_box_institution')],
});

/** `surveys.response`: one person's answers. `on` is the day on which his batch was mixed; `user_id` stays empty in an anonymous campaign. */
const responseSchema = new EntitySchema<Record<string, unknown>>({
  name: 'SurveyResponse',
  schema: 'surveys',
  tableName: 'response',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_response' },
    campaign_id: { type: 'uuid' },
    institution_id: { type: 'uuid' },
    on: { type: 'date' },
    answers: { type: 'jsonb' },
    user_id: { type: 'uuid', nullable: true },
  },
  indices: [
    { name: 'ix_response_institution', columns: ['campaign_id', 'institution_id'] },
    { name: 'ix_response_user', columns: ['user_id'], where: 'user_id is not null' },
  ],
  checks: [{ name: 'ck_response_answers', expression: `jsonb_typeof(answers) = 'object'` }],
  foreignKeys: [
    institution('fk_response_institution'),
    { name: 'fk_response_user', target: 'AppUser', columnNames: ['user_id'], referencedColumnNames: ['id'] },
  ],
});

export const answerSchemas = [dropBoxSchema, responseSchema];
