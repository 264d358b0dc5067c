import { NOTHING, plain, STAFF, type MatrixRow } from '../row.js';

/** The policy that every installation begins with. */
const POLICY = '0f6f2a7c-6d1e-4f5a-9d0b-5a1c00000001';
const AGREEMENT = { kind: 'sla', reference: 'Vienošanās 1', validFrom: '2090-01-01' };

/** DOMAIN 9, "SLA, catalogue set-up": the Centre reads, the administrator drafts, the manager publishes what somebody else drafted. */
export const POLICIES: readonly MatrixRow[] = [
  plain('GET /policies', STAFF),
  plain('POST /policies', ['admin'], { call: { body: { code: 'matrica', nameLv: 'Matrica', nameEn: 'Matrix' } } }),
  plain('GET /policies/match', STAFF, { call: { query: '?ticketType=incident&priority=3' } }),
  plain('GET /policies/{id}/versions/{version}', STAFF, { call: { params: { id: POLICY, version: '1' } } }),
  plain('PUT /policies/{id}/draft', ['admin'], { call: { params: { id: POLICY }, body: { midFlightRule: 'replay', targets: [] } } }),
  plain('GET /policies/{id}/draft', STAFF, { call: { params: { id: POLICY } } }),
  plain('GET /policies/{id}/draft/comparison', STAFF, { call: { params: { id: POLICY } } }),
  // The draft of this world is empty, which nobody may publish.
  plain('POST /policies/{id}/draft/publication', ['dace'], { call: { params: { id: POLICY }, body: {} }, answers: 409 }),
  plain('DELETE /policies/{id}/draft', ['admin'], { call: { params: { id: POLICY } } }),
  plain('GET /agreements', STAFF),
  plain('POST /agreements', ['admin'], { call: { body: AGREEMENT } }),
  plain('GET /agreements/{id}', STAFF, { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('PUT /agreements/{id}', ['admin'], { call: { params: { id: NOTHING }, body: AGREEMENT }, answers: 404 }),
  plain('POST /agreements/{id}/ending', ['admin'], {
    call: { params: { id: NOTHING }, body: { validTo: '2090-01-01', reason: 'Pārbaude' } },
    answers: 404,
  }),
];
