import { act, LEADS, NOTHING, plain, STAFF, WORK, type ByOwner, type MatrixRow, type RecordRow } from '../row.js';

/** Deciding about a clock. */
const decide = (what: string, may: ByOwner, state: RecordRow['state'], body: () => object = () => ({})): RecordRow => ({
  ...act(`POST /tickets/{id}/clocks/{clockId}/${what}`, may, body, { state }),
  call: (ids) => ({ params: { id: ids.ticket, clockId: ids.clock }, body: body() }),
});
const ago = (ms: number): string => new Date(Date.now() - ms).toISOString();

export const CLOCKS: readonly MatrixRow[] = [
  decide('relaxation-confirmation', LEADS, 'relaxed'),
  decide('void-requests', WORK, 'breached', () => ({ reason: 'wrong_registration', note: 'Bija P5.', priority: 5 })),
  decide('void-confirmation', LEADS, 'void_requested'),
  decide('void-refusal', LEADS, 'void_requested'),
  decide('pause-correction', LEADS, 'in_progress', () => ({ from: ago(4), to: ago(2), reason: 'Aizmirsts.' })),
];

/** Long work on clocks, and trying the past with other rules. */
export const RUNS: readonly MatrixRow[] = [
  plain('GET /sla-runs', STAFF),
  plain('GET /sla-runs/{id}', STAFF, { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('POST /sla-runs/{id}/cancellation', ['dace', 'inga'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('POST /what-if', ['dace', 'inga'], { call: { body: { from: '2016-01', to: '2016-01' } }, answers: 202 }),
  plain('GET /what-if', ['dace', 'inga']),
  plain('GET /what-if/{id}', ['dace', 'inga'], { call: { params: { id: NOTHING } }, answers: 404 }),
];
