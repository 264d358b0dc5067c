import { EntitySchema } from 'typeorm';
import { followUpSchema } from './follow-up.schema.js';

const value = 'value between 1 and 3';
const channel = `channel in ('portal', 'mail')`;

/** `ratings.rating`: one for each cycle of a ticket, as it stands. */
export const ratingSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Rating',
  schema: 'ratings',
  tableName: 'rating',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_rating' },
    ticket_id: { type: 'uuid' },
    cycle: { type: 'integer' },
    rater_id: { type: 'uuid' },
    group_id: { type: 'uuid', nullable: true },
    value: { type: 'smallint' },
    comment: { type: 'text', nullable: true },
    channel: { type: 'text' },
    rated_at: { type: 'timestamptz' },
    changed_at: { type: 'timestamptz', nullable: true },
  },
  uniques: [{ name: 'uq_rating_cycle', columns: ['ticket_id', 'cycle'] }],
  indices: [
    { name: 'ix_rating_rater', columns: ['rater_id'] },
    { name: 'ix_rating_group', columns: ['group_id', 'rated_at', 'id'] },
  ],
  checks: [
    { name: 'ck_rating_value', expression: value },
    { name: 'ck_rating_cycle', expression: 'cycle > 0' },
    { name: 'ck_rating_channel', expression: channel },
    { name: 'ck_rating_comment', expression: 'comment is null or length(comment) between 1 and 2000' },
  ],
  foreignKeys: [
    { name: 'fk_rating_ticket', target: 'Ticket', columnNames: ['ticket_id'], referencedColumnNames: ['id'] },
    { name: 'fk_rating_rater', target: 'AppUser', columnNames: ['rater_id'], referencedColumnNames: ['id'] },
    { name: 'fk_rating_group', target: 'SupportGroup', columnNames: ['group_id'], referencedColumnNames: ['id'] },
  ],
});

/** `ratings.rating_entry`: every value that a rating ever had. Append-only. */
export const ratingEntrySchema = new EntitySchema<Record<string, unknown>>({
  name: 'RatingEntry',
  schema: 'ratings',
  tableName: 'rating_entry',
  columns: {
    id: { type: 'bigint', primary: true, generated: 'increment', primaryKeyConstraintName: 'pk_rating_entry' },
    rating_id: { type: 'uuid' },
    at: { type: 'timestamptz' },
    value: { type: 'smallint' },
    comment: { type: 'text', nullable: true },
    channel: { type: 'text' },
  },
  indices: [{ name: 'ix_rating_entry_rating', columns: ['rating_id', 'id'] }],
  checks: [
    { name: 'ck_rating_entry_value', expression: value },
    { name: 'ck_rating_entry_channel', expression: channel },
  ],
  foreignKeys: [{ name: 'fk_rating_entry_rating', target: 'Rating', columnNames: ['rating_id'], referencedColumnNames: ['id'] }],
});

/** `ratings.link`: the single-purpose tokens of mails, hashed. */
export const ratingLinkSchema = new EntitySchema<Record<string, unknown>>({
  name: 'RatingLink',
  schema: 'ratings',
  tableName: 'link',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_link' },
    ticket_id: { type: 'uuid' },
    cycle: { type: 'integer' },
    recipient_id: { type: 'uuid' },
    token_hash: { type: 'text' },
    created_at: { type: 'timestamptz' },
    expires_at: { type: 'timestamptz' },
    spent_at: { type: 'timestamptz', nullable: true },
  },
  uniques: [
    { name: 'uq_link_token', columns: ['token_hash'] },
    { name: 'uq_link_recipient', columns: ['ticket_id', 'cycle', 'recipient_id'] },
  ],
  indices: [{ name: 'ix_link_recipient', columns: ['recipient_id', 'created_at'] }],
  checks: [
    { name: 'ck_link_cycle', expression: 'cycle > 0' },
    { name: 'ck_link_token', expression: 'length(token_hash) = 64' },
  ],
  foreignKeys: [
    { name: 'fk_link_ticket', target: 'Ticket', columnNames: ['ticket_id'], referencedColumnNames: ['id'] },
    { name: 'fk_link_recipient', target: 'AppUser', columnNames: ['recipient_id'], referencedColumnNames: ['id'] },
  ],
});

export const ratingsSchemas = [ratingSchema, ratingEntrySchema, ratingLinkSchema, followUpSchema];
