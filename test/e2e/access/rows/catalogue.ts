import { demoId } from '#identity';
import { type Call, type MatrixRow, NOTHING, open, type Person, plain, STAFF } from '../row.js';

const WRITE: readonly Person[] = ['admin'];
const APPROVE: readonly Person[] = ['dace'];
const MAIL = demoId('service', 'MAIL');
const of = (id: string, body?: object): { call: Call } => ({ call: { params: { id }, ...(body ? { body } : {}) } });

/** DOMAIN 9, "SLA, catalogue set-up": whoever works at the Centre reads, the administrator drafts, a manager approves. */
export const CATALOGUE: readonly MatrixRow[] = [
  plain('GET /catalogue/services', STAFF),
  plain('GET /catalogue/services/export', STAFF, { call: { query: '?format=csv' } }),
  plain('POST /catalogue/services', WRITE, {
    call: { body: { code: 'NEW', nameLv: 'Jauns', nameEn: 'New', criticality: 'low', kinds: ['incident'] } },
  }),
  plain('GET /catalogue/services/{id}', STAFF, of(MAIL)),
  plain('PATCH /catalogue/services/{id}', WRITE, of(MAIL, { nameEn: 'E-mail' })),
  plain('GET /catalogue/services/{id}/history', STAFF, of(MAIL)),
  plain('POST /catalogue/services/{id}/publication', APPROVE, { ...of(NOTHING, {}), answers: 404 }),
  plain('POST /catalogue/services/{id}/retirement', APPROVE, { ...of(NOTHING, {}), answers: 404 }),
  plain('GET /catalogue/services/{id}/subscriptions', STAFF, of(MAIL)),
  plain('POST /catalogue/services/{id}/subscriptions', WRITE, {
    ...of(NOTHING, { institutionId: demoId('institution', 'order'), validFrom: '2026-01-01' }),
    answers: 404,
  }),
  open('GET /desk-hours'),
  plain('GET /desk-contact', WRITE),
  plain('PATCH /desk-contact', WRITE, { call: { body: { phone: '+371 6700 0112' } } }),
  plain('GET /desk-contact/history', WRITE),
  plain('POST /catalogue/subscriptions/{id}/end', WRITE, { ...of(NOTHING, { on: '2026-01-01' }), answers: 404 }),
];
