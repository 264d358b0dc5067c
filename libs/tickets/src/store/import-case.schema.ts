import { EntitySchema } from 'typeorm';

/** `tickets.import_case`: the cases of foreign logs that have been taken in. */
export const importCaseSchema = new EntitySchema<Record<string, unknown>>({
  name: 'ImportCase',
  schema: 'tickets',
  tableName: 'import_case',
  columns: {
    origin: { type: 'text', primary: true, primaryKeyConstraintName: 'import_case_pk' },
    case_number: { type: 'text', primary: true, primaryKeyConstraintName: 'import_case_pk' },
    ticket_id: { type: 'uuid' },
    file_sha256: { type: 'text' },
    events: { type: 'integer' },
    facts: { type: 'jsonb' },
    taken_in_at: { type: 'timestamptz', default: () => 'now()' },
  },
  checks: [{ name: 'import_case_events_not_negative', expression: 'events >= 0' }],
  indices: [{ name: 'import_case_ticket', columns: ['ticket_id'] }],
  foreignKeys: [{ name: 'import_case_ticket_fk', target: 'Ticket', columnNames: ['ticket_id'], referencedColumnNames: ['id'] }],
});
