import { EntitySchema } from 'typeorm';
import { searchRunSchema } from './search-runs.js';

type Row = Record<string, unknown>;

/** Every word that was met, by its stem, and the marks of documents. */
export const termSchema = new EntitySchema<Row>({
  name: 'SearchTerm',
  schema: 'search',
  tableName: 'term',
  columns: {
    id: { type: 'integer', primary: true, generated: 'increment', primaryKeyConstraintName: 'term_pk' },
    term: { type: 'text', collation: 'C' },
    sample: { type: 'text', nullable: true },
  },
  uniques: [{ name: 'term_term_key', columns: ['term'] }],
  // A GIN index with an operator class, which the mapping cannot express.
  indices: [{ name: 'term_slips', columns: ['term'], synchronize: false }],
});

/** What one ticket is found by. */
export const documentSchema = new EntitySchema<Row>({
  name: 'SearchDocument',
  schema: 'search',
  tableName: 'document',
  columns: {
    ticket_id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'document_pk' },
    submitted_at: { type: 'timestamptz' },
    keys: { type: 'bigint', array: true },
    title_terms: { type: 'integer', array: true },
    internal_terms: { type: 'integer', array: true },
    indexed_at: { type: 'timestamptz' },
  },
  indices: [{ name: 'document_keys', columns: ['keys'], synchronize: false }],
  foreignKeys: [{ name: 'document_ticket_fk', target: 'Ticket', columnNames: ['ticket_id'], referencedColumnNames: ['id'] }],
});

/** Searches that people keep for themselves. */
export const savedSearchSchema = new EntitySchema<Row>({
  name: 'SavedSearch',
  schema: 'search',
  tableName: 'saved_search',
  columns: {
    id: { type: 'uuid', primary: true, primaryKeyConstraintName: 'saved_search_pk' },
    owner_id: { type: 'uuid' },
    name: { type: 'text' },
    query: { type: 'jsonb' },
    created_at: { type: 'timestamptz' },
  },
  uniques: [{ name: 'saved_search_name_key', columns: ['owner_id', 'name'] }],
  foreignKeys: [{ name: 'saved_search_owner_fk', target: 'AppUser', columnNames: ['owner_id'], referencedColumnNames: ['id'] }],
});

export const searchSchemas = [termSchema, documentSchema, savedSearchSchema, searchRunSchema];
