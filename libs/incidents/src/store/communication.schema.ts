import { EntitySchema } from 'typeorm';
import { AUDIENCES, CHANNELS } from '../domain/communication.js';

const oneOf = (column: string, words: readonly string[]): string => `${column} in (${words.map((word) => `'${word}'`).join(', ')})`;

/** Who was told what of a major incident, and how; append-only. */
export const communicationSchema = new EntitySchema<Record<string, unknown>>({
  name: 'Communication',
  schema: 'incidents',
  tableName: 'communication',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'communication_pk' },
    ticket_id: { type: 'uuid' },
    by_id: { type: 'uuid' },
    at: { type: 'timestamptz' },
    audience: { type: 'text' },
    channel: { type: 'text' },
    body: { type: 'text' },
  },
  indices: [{ name: 'communication_by_ticket', columns: ['ticket_id', 'at', 'id'] }],
  foreignKeys: [
    { name: 'communication_incident_fk', target: 'Incident', columnNames: ['ticket_id'], referencedColumnNames: ['ticket_id'] },
    { name: 'communication_by_fk', target: 'AppUser', columnNames: ['by_id'], referencedColumnNames: ['id'] },
  ],
  checks: [
    { name: 'communication_audience_known', expression: oneOf('audience', AUDIENCES) },
    { name: 'communication_channel_known', expression: oneOf('channel', CHANNELS) },
  ],
});
