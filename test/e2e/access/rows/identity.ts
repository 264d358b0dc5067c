import { EVERYBODY, open, plain, TICKET_STAFF, type MatrixRow } from '../row.js';

export const IDENTITY: readonly MatrixRow[] = [
  open('POST /session'),
  open('GET /setup'),
  open('POST /setup'),
  plain('DELETE /session', EVERYBODY, { endsSession: true }),
  plain('GET /me', EVERYBODY),
  plain('PATCH /me', EVERYBODY, { call: { body: { locale: 'lv' } } }),
  plain('PUT /me/password', EVERYBODY, { call: { body: { currentPassword: 'wrong', newPassword: 'a long new password' } }, answers: 422 }),
  plain('GET /people', ['zane', ...TICKET_STAFF], { call: { query: '?q=a' } }),
  plain('GET /groups', TICKET_STAFF),
  plain('GET /institutions', EVERYBODY),
  plain('GET /services', EVERYBODY),
];
