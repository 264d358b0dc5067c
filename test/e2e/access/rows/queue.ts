import { NOTHING, plain, type MatrixRow, type Person } from '../row.js';

/** The desk's readers of tickets (`ticket.desk`). */
const DESK: readonly Person[] = ['elina', 'rihards', 'toms', 'dace', 'andris', 'viktors', 'inga'];
/** Agents, leads, the change manager (`ticket.work`). */
const WORKERS: readonly Person[] = ['elina', 'rihards', 'toms', 'andris'];

const VIEW = { name: 'Manējie', filters: { view: 'mine' } };
const ONE = { params: { id: NOTHING } };

/** Lists, views and batches; what a batch may do with an incident of whom, `test/e2e/tickets/batches.spec.ts` says. */
export const QUEUE: readonly MatrixRow[] = [
  plain('GET /tickets/export', [...DESK, 'zane'], { call: { query: '?format=csv&view=all' } }),
  plain('GET /saved-views', DESK),
  plain('GET /saved-views/counts', DESK),
  plain('POST /saved-views', DESK, { call: { body: VIEW } }),
  plain('PUT /saved-views/order', DESK, { call: { body: { ids: [] } } }),
  plain('PUT /saved-views/{id}', DESK, { call: { ...ONE, body: VIEW }, answers: 404 }),
  plain('DELETE /saved-views/{id}', DESK, { call: ONE, answers: 404 }),
  plain('GET /hand-over/people', WORKERS),
  plain('POST /incidents/batches', WORKERS, { call: { body: { action: 'resume', incidents: [{ id: NOTHING }] } } }),
];
