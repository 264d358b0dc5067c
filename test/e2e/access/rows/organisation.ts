import { demoId } from '#identity';
import { type Call, type MatrixRow, NOTHING, type Person, plain } from '../row.js';

/** DOMAIN 9, "Users, roles": managers approve, auditors read, administrators write. */
const READ: readonly Person[] = ['dace', 'inga', 'admin'];
const WRITE: readonly Person[] = ['admin'];
const ORDER = demoId('institution', 'order');
const GROUP = demoId('group', 'network');
const LIGA = demoId('person', 'liga');
const of = (id: string, body?: object): { call: Call } => ({ call: { params: { id }, ...(body ? { body } : {}) } });
const member = (userId: string): { call: Call } => ({ call: { params: { id: GROUP, userId } } });

const FILE = { call: { query: '?format=csv' } };

export const ORGANISATION: readonly MatrixRow[] = [
  plain('GET /organisation/people', READ),
  plain('GET /organisation/people/export', WRITE, FILE),
  plain('GET /organisation/institutions/export', READ, FILE),
  plain('GET /organisation/groups/export', READ, FILE),
  plain('POST /organisation/people', WRITE, { call: { body: { name: 'Jauns Cilvēks', institutionId: ORDER } } }),
  plain('GET /organisation/people/{id}', READ, of(LIGA)),
  plain('PATCH /organisation/people/{id}', WRITE, of(LIGA, { phone: '+371 67001122' })),
  plain('GET /organisation/people/{id}/history', READ, of(LIGA)),
  plain('POST /organisation/people/{id}/roles', WRITE, of(LIGA, { role: 'process_owner', reason: 'Jauns process.' })),
  plain('PUT /organisation/people/{id}/sign-in-link', WRITE, { ...of(NOTHING), answers: 404 }),
  plain('POST /organisation/people/{id}/sign-in-link-mail', WRITE, { ...of(NOTHING), answers: 404 }),
  plain('POST /organisation/people/{id}/departure', WRITE, of(LIGA, { on: '2099-01-01' })),
  plain('POST /organisation/people/{id}/return', WRITE, of(LIGA, {})),
  plain('POST /organisation/grants/{id}/end', WRITE, { ...of(NOTHING, { reason: 'Cits darbs.' }), answers: 404 }),
  plain('GET /organisation/grant-requests', READ),
  plain('POST /organisation/grant-requests/{id}/approval', ['dace'], { ...of(NOTHING, {}), answers: 404 }),
  plain('POST /organisation/grant-requests/{id}/refusal', ['dace'], { ...of(NOTHING, { reason: 'Nē.' }), answers: 404 }),
  plain('POST /organisation/grant-requests/{id}/withdrawal', WRITE, { ...of(NOTHING, {}), answers: 404 }),
  plain('GET /organisation/groups', READ),
  plain('POST /organisation/groups', WRITE, {
    call: { body: { nameLv: 'Jauna grupa', nameEn: 'New group', tier: 2, isUserSupport: false, calendarCode: '24x7' } },
  }),
  plain('GET /organisation/groups/{id}', READ, of(GROUP)),
  plain('PATCH /organisation/groups/{id}', WRITE, of(GROUP, { nameEn: 'Networks' })),
  plain('GET /organisation/groups/{id}/history', READ, of(GROUP)),
  plain('PUT /organisation/groups/{id}/members/{userId}', WRITE, member(LIGA)),
  plain('DELETE /organisation/groups/{id}/members/{userId}', WRITE, member(LIGA)),
  plain('GET /organisation/institutions', READ),
  plain('POST /organisation/institutions', WRITE, {
    call: { body: { nameLv: 'Jauna iestāde', nameEn: 'New institution', kind: 'agency', isClient: true, activeFrom: '2026-01-01' } },
  }),
  plain('GET /organisation/institutions/{id}', READ, of(ORDER)),
  plain('PATCH /organisation/institutions/{id}', WRITE, of(ORDER, { nameEn: 'Public Order Service' })),
  plain('GET /organisation/institutions/{id}/history', READ, of(ORDER)),
  plain('GET /organisation/institutions/{id}/units', READ, of(ORDER)),
  plain('POST /organisation/institutions/{id}/units', WRITE, of(ORDER, { nameLv: 'Nodaļa', nameEn: 'Division' })),
  plain('PATCH /organisation/units/{id}', WRITE, { ...of(NOTHING, { nameEn: 'Unit' }), answers: 404 }),
  plain('GET /organisation/imports', WRITE),
  // The file of this world has no column of identifiers.
  plain('POST /organisation/imports', WRITE, { call: { file: true, query: '?kind=people&source=hr' }, answers: 422 }),
  plain('GET /organisation/imports/{id}', WRITE, { ...of(NOTHING), answers: 404 }),
  plain('POST /organisation/imports/{id}/application', WRITE, { ...of(NOTHING, { endMissing: false }), answers: 404 }),
  plain('GET /organisation/import-samples/{kind}', WRITE, { call: { params: { kind: 'people' } } }),
  plain('GET /organisation/exports/{kind}', WRITE, { call: { params: { kind: 'people' } } }),
];
