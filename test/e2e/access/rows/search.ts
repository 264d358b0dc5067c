import { EVERYBODY, type MatrixRow, plain, TICKET_READERS } from '../row.js';

/** The desk's readers of tickets (`ticket.desk`). */
const DESK = ['elina', 'rihards', 'toms', 'dace', 'andris', 'viktors', 'inga'] as const;
const SAVED = '00000000-0000-4000-8000-000000000001';

/** What each finds, `test/e2e/search` holds. */
export const SEARCH: readonly MatrixRow[] = [
  plain('GET /search', EVERYBODY, { call: { query: '?q=tikls' } }),
  plain('GET /tickets/similar', TICKET_READERS, { call: { query: '?title=tikls' } }),
  plain('GET /search/index', ['admin']),
  plain('POST /search/index/rebuilds', ['admin']),
  plain('GET /saved-searches', DESK),
  plain('PUT /saved-searches', DESK, { call: { body: { name: 'Tīkls', q: 'tīkls' } } }),
  plain('DELETE /saved-searches/{id}', DESK, { call: { params: { id: SAVED } }, answers: 404 }),
];
