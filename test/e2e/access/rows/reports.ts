import { FIGURE_READERS, type MatrixRow, NOTHING, plain } from '../row.js';

/** Unpublished in an installation without data: a report is there for nobody but who publishes, and he alone gets past the rights. */
const READY = { params: { code: 'no-such-report' } };
const RUN = { params: { code: 'no-such-report', runId: NOTHING } };
const READER = { params: { code: 'no-such-report', personId: NOTHING } };
const FILE = { query: '?format=csv' };
const TERMS = { audience: 'internal', cadence: 'none', bi: false, views: [] };

export const REPORTS: readonly MatrixRow[] = [
  plain('GET /reports', FIGURE_READERS),
  plain('GET /reports/{code}', FIGURE_READERS, { call: READY, answers: 404 }),
  plain('GET /reports/{code}/document', FIGURE_READERS, { call: READY, answers: 404 }),
  plain('GET /reports/{code}/document/file', FIGURE_READERS, { call: { ...READY, ...FILE }, answers: 404 }),
  plain('GET /reports/{code}/runs', FIGURE_READERS, { call: READY, answers: 404 }),
  plain('POST /reports/{code}/runs', FIGURE_READERS, { call: READY, answers: 404 }),
  plain('GET /reports/{code}/runs/{runId}', FIGURE_READERS, { call: RUN, answers: 404 }),
  plain('GET /reports/{code}/runs/{runId}/file', FIGURE_READERS, { call: { ...RUN, ...FILE }, answers: 404 }),
  plain('POST /reports', ['dace'], {
    call: { body: { ...TERMS, code: 'x', nameLv: 'x', nameEn: 'x', purposeLv: '', purposeEn: '' } },
    answers: 422,
  }),
  plain('PUT /reports/{code}/terms', ['dace'], { call: { ...READY, body: TERMS }, answers: 404 }),
  plain('POST /reports/{code}/publication', ['dace'], { call: READY, answers: 404 }),
  plain('DELETE /reports/{code}/publication', ['dace'], { call: READY, answers: 404 }),
  plain('GET /reports/{code}/subscribers', ['dace'], { call: READY, answers: 404 }),
  // For somebody else only who publishes reports.
  plain('PUT /reports/{code}/subscribers/{personId}', ['dace'], { call: { ...READER, body: { form: 'link' } }, answers: 404 }),
  plain('DELETE /reports/{code}/subscribers/{personId}', ['dace'], { call: READER, answers: 404 }),
];
