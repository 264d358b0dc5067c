import { type MatrixRow, NOTHING, plain } from '../row.js';

/** DOMAIN 9, "Process register": whoever works with processes at the Centre, managers and the auditor. */
const READERS = ['elina', 'rihards', 'toms', 'dace', 'andris', 'inga'] as const;
const NAMED = { params: { id: NOTHING } };
const DOCUMENT = { params: { id: NOTHING, evidenceId: NOTHING } };
const LOG_COLUMNS = { caseColumn: 'a', activityColumns: ['b'], timeColumn: 'c' };
const TERMS = { scope: '', description: '', roles: [], metrics: [] };

export const PROCESSES: readonly MatrixRow[] = [
  plain('GET /practices', READERS),
  plain('GET /processes', READERS),
  plain('GET /processes/count', READERS, { call: { query: '?on=2026-11-22' } }),
  plain('GET /processes/export', READERS, { call: { query: '?format=csv' } }),
  plain('GET /lifecycles/process', READERS),
  plain('GET /processes/{id}', READERS, { call: NAMED, answers: 404 }),
  plain('GET /processes/{id}/conformance', READERS, { call: NAMED, answers: 404 }),
  plain('POST /processes', ['dace'], { call: { body: { practice: 'no-such-practice', ownerId: NOTHING } }, answers: 422 }),
  plain('PUT /processes/{id}/terms', ['dace'], { call: { ...NAMED, body: TERMS }, answers: 404 }),
  plain('POST /processes/{id}/owner', ['dace'], { call: { ...NAMED, body: {} }, answers: 404 }),
  ...['design', 'approval', 'start', 'implementation', 'review'].map((step) =>
    plain(`POST /processes/{id}/${step}`, ['dace'], { call: NAMED, answers: 404 }),
  ),
  plain('POST /processes/{id}/retirement', ['dace'], { call: { ...NAMED, body: { orderNumber: '1-12/99' } }, answers: 404 }),
  plain('POST /processes/{id}/evidence', ['dace'], { call: { ...NAMED, body: { kind: 'review', document: 'Izvērtējums' } }, answers: 404 }),
  plain('PUT /processes/{id}/evidence/{evidenceId}/file', ['dace'], { call: { ...DOCUMENT, file: true }, answers: 404 }),
  plain('GET /processes/{id}/evidence/{evidenceId}/file', READERS, { call: DOCUMENT, answers: 404 }),
  plain('POST /processes/{id}/evidence/{evidenceId}/verification', ['dace'], { call: DOCUMENT, answers: 404 }),
  plain('DELETE /processes/{id}/evidence/{evidenceId}/verification', ['dace'], { call: DOCUMENT, answers: 404 }),
  plain('POST /processes/{id}/evidence/{evidenceId}/withdrawal', ['dace'], {
    call: { ...DOCUMENT, body: { reason: 'Kļūda' } },
    answers: 404,
  }),
  plain('GET /processes/{id}/flow', READERS, { call: NAMED, answers: 404 }),
  plain('POST /processes/{id}/flow-runs', READERS, { call: { ...NAMED, body: {} }, answers: 404 }),
  plain('GET /processes/{id}/flow/cases', READERS, { call: { ...NAMED, query: '?mark=rework' }, answers: 404 }),
  plain('GET /event-logs', READERS),
  plain('POST /event-logs', ['dace'], { call: { file: true }, answers: 201 }),
  plain('GET /event-logs/{id}', READERS, { call: NAMED, answers: 404 }),
  plain('POST /event-logs/{id}/reading', ['dace'], { call: { ...NAMED, body: LOG_COLUMNS }, answers: 404 }),
  plain('DELETE /event-logs/{id}', ['dace'], { call: NAMED, answers: 404 }),
  plain('GET /event-logs/{id}/flow', READERS, { call: NAMED, answers: 404 }),
  plain('POST /event-logs/{id}/flow-runs', READERS, { call: { ...NAMED, body: {} }, answers: 404 }),
];
