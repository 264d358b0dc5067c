import { NOTHING, type Person, plain, type MatrixRow } from '../row.js';

/** Members of user support and change managers read mails; toms works in a group that takes none. */
const READERS: readonly Person[] = ['elina', 'rihards', 'andris'];
const LOG: readonly Person[] = [...READERS, 'inga', 'admin'];
const unknown = { params: { id: NOTHING } };

export const INBOUND: readonly MatrixRow[] = [
  plain('GET /mail-in', LOG),
  plain('GET /mail-log', LOG),
  plain('GET /mail-log/export', LOG, { call: { query: '?format=csv' } }),
  plain('GET /mail-log/{id}', LOG, { call: unknown, answers: 404 }),
  plain('GET /mail-log/{id}/page', READERS, { call: unknown, answers: 404 }),
  plain('GET /mail-log/{id}/source', READERS, { call: unknown, answers: 404 }),
  plain('POST /mail-log/{id}/ticket', READERS, { call: { ...unknown, body: { requesterId: NOTHING } }, answers: 404 }),
  plain('POST /mail-log/{id}/note', READERS, { call: { ...unknown, body: { ticket: NOTHING } }, answers: 404 }),
  plain('POST /mail-log/{id}/discard', READERS, { call: { ...unknown, body: { reason: 'nav' } }, answers: 404 }),
  plain('GET /mail-domains', ['admin']),
  plain('PUT /mail-domains/{domain}', ['admin'], {
    call: { params: { domain: 'jauna.example' }, body: { institutionId: NOTHING } },
    answers: 422,
  }),
  plain('DELETE /mail-domains/{domain}', ['admin'], { call: { params: { domain: 'neviena.example' } }, answers: 404 }),
];
