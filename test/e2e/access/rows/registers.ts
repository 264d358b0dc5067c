import { type MatrixRow, NOTHING, plain } from '../row.js';

/** "Audit recommendations": owners may be any of these and see their own; managers and the auditor see all. */
const READERS = ['elina', 'rihards', 'toms', 'dace', 'andris', 'viktors', 'inga'] as const;
/** Whoever works at the Centre, and the auditor. */
const STAFF_READERS = ['elina', 'rihards', 'toms', 'dace', 'andris', 'sanita', 'viktors', 'inga', 'admin'] as const;
const CONTROL = { document: 'Kārtība', area: 'risk', ownerId: NOTHING, reviewMonths: 12, reviewDueOn: '2026-12-31' };
const NAMED = { params: { id: NOTHING } };

export const REGISTERS: readonly MatrixRow[] = [
  plain('GET /audit-recommendations', READERS),
  plain('GET /audit-recommendations/figures', READERS),
  plain('GET /audit-recommendations/export', READERS, { call: { query: '?format=csv' } }),
  plain('GET /lifecycles/recommendation', READERS),
  plain('GET /audit-recommendations/{id}', READERS, { call: NAMED, answers: 404 }),
  plain('POST /audit-recommendations', ['dace'], {
    call: { body: { source: 'Audits', number: '1', text: 'Ieteikums', ownerId: NOTHING, dueOn: '2026-12-31' } },
    answers: 422,
  }),
  plain('PUT /audit-recommendations/{id}/owner', ['dace'], { call: { ...NAMED, body: { ownerId: NOTHING } }, answers: 422 }),
  plain('POST /audit-recommendations/{id}/withdrawal', ['dace'], { call: { ...NAMED, body: { reason: 'Kļūda' } }, answers: 404 }),
  plain('POST /audit-recommendations/{id}/extension', READERS, {
    call: { ...NAMED, body: { dueOn: '2026-12-31', reason: 'Iepirkums' } },
    answers: 404,
  }),
  plain('POST /audit-recommendations/{id}/extension/decision', ['dace'], { call: { ...NAMED, body: { granted: true } }, answers: 404 }),
  plain('POST /audit-recommendations/{id}/implementation', READERS, {
    call: { ...NAMED, body: { implementedOn: '2026-01-31', note: 'Izdarīts' } },
    answers: 404,
  }),
  plain('PUT /audit-recommendations/{id}/implementation/file', READERS, { call: { ...NAMED, file: true }, answers: 404 }),
  plain('POST /audit-recommendations/{id}/implementation/verification', ['dace'], {
    call: { ...NAMED, body: { accepted: true } },
    answers: 404,
  }),
  plain('GET /audit-recommendations/{id}/reports/{reportId}/file', READERS, {
    call: { params: { id: NOTHING, reportId: NOTHING } },
    answers: 404,
  }),
  plain('GET /control-elements', STAFF_READERS),
  plain('GET /control-elements/export', STAFF_READERS, { call: { query: '?format=csv' } }),
  plain('GET /control-elements/{id}', STAFF_READERS, { call: NAMED, answers: 404 }),
  plain('POST /control-elements', ['dace'], { call: { body: CONTROL }, answers: 422 }),
  plain('PUT /control-elements/{id}', ['dace'], { call: { ...NAMED, body: CONTROL }, answers: 422 }),
  plain('POST /control-elements/{id}/reviews', STAFF_READERS, {
    call: { ...NAMED, body: { reviewedOn: '2026-01-31', outcome: 'confirmed', note: 'Spēkā' } },
    answers: 404,
  }),
  plain('POST /control-elements/{id}/retirement', ['dace'], { call: { ...NAMED, body: { reason: 'Aizstāts' } }, answers: 404 }),
];
