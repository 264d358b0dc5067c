import { EntitySchema } from 'typeorm';
import { LOAD_KINDS } from '../domain/load-fact.js';
import { cell } from './cell.schema.js';

/** `kpis.load_fact`: a ticket came, came back, was resolved or was cancelled. */
export const loadFactSchema = new EntitySchema<Record<string, unknown>>({
  name: 'KpiLoadFact',
  schema: 'kpis',
  tableName: 'load_fact',
  columns: {
    edition: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_load_fact' },
    load_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'pk_load_fact' },
    ticket_id: { type: 'uuid' },
    kind: { type: 'text' },
    at: { type: 'timestamptz' },
    hour: { type: 'integer' },
    month: { type: 'date' },
    institution_id: { type: 'uuid' },
    service_id: { type: 'uuid' },
    group_id: { type: 'uuid' },
  },
  indices: [
    { name: 'ix_load_fact_at', columns: ['edition', 'kind', 'at', 'load_id'] },
    { name: 'ix_load_fact_ticket', columns: ['ticket_id'] },
  ],
  checks: [{ name: 'ck_load_fact_kind', expression: `kind in (${LOAD_KINDS.map((kind) => `'${kind}'`).join(', ')})` }],
});

/** `kpis.load_cell`: what came and went in an hour. */
export const loadCellSchema = cell(
  'KpiLoadCell',
  'load_cell',
  { hour: 'integer', institution_id: 'uuid', service_id: 'uuid', group_id: 'uuid' },
  LOAD_KINDS,
);
