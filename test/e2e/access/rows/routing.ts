import { type MatrixRow, NOTHING, plain, read, STAFF, STAFF_SEES } from '../row.js';

const NAMED = { params: { id: NOTHING } };
const RULE = { title: 'Viss cits', active: false, impact: 3, urgency: 3 };

/** Rules of where new incidents go: whoever works at the Centre reads them, the administrator writes and tries them. */
export const ROUTING: readonly MatrixRow[] = [
  plain('GET /routing-rules', STAFF),
  plain('POST /routing-rules', ['admin'], { call: { body: RULE } }),
  plain('GET /routing-rules/answers', ['admin']),
  plain('GET /routing-rules/{id}', STAFF, { call: NAMED, answers: 404 }),
  plain('PUT /routing-rules/{id}', ['admin'], { call: { ...NAMED, body: RULE }, answers: 404 }),
  plain('DELETE /routing-rules/{id}', ['admin'], { call: NAMED, answers: 404 }),
  plain('PUT /routing-rules/{id}/position', ['admin'], { call: { ...NAMED, body: { position: 1 } }, answers: 404 }),
  plain('GET /routing-rules/{id}/history', STAFF, { call: NAMED, answers: 404 }),
  plain('POST /routing-rule-trials', ['admin'], { call: { body: { days: 30, draft: { ...RULE, active: true } } } }),
  plain('GET /routing-rule-trials/latest', ['admin']),
  plain('GET /routing-rule-trials/{id}', ['admin'], { call: NAMED, answers: 404 }),
  { ...read('GET /tickets/{id}/routing'), sees: STAFF_SEES, may: STAFF_SEES },
];
