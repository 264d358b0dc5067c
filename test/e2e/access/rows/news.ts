import { EVERYBODY, NOTHING, plain, type MatrixRow } from '../row.js';

export const NEWS: readonly MatrixRow[] = [
  plain('GET /notices', EVERYBODY),
  plain('POST /notices/read', EVERYBODY, { call: { body: { all: true } } }),
  plain('GET /stream', EVERYBODY),
  plain('GET /mailbox', ['admin']),
  plain('GET /mailbox/{id}/page', ['admin'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('GET /mailbox/{id}', ['admin'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('GET /audit-events', ['inga', 'admin']),
];
