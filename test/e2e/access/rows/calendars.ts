import { NOTHING, plain, STAFF, type MatrixRow } from '../row.js';

const HOURS = [['08:30', '17:00']];
const CALENDAR = { timezone: 'Europe/Riga', weekly: { mon: HOURS, fri: HOURS } };

const QUESTION = { operation: 'next', start: '2026-11-22T09:00:00+02:00' };
/** The calendar LV 8x5, and one that does not exist. */
const LV = { id: '0f6f2a7c-6d1e-4f5a-9d0b-ca1e00000001' };
const NOWHERE = { params: { id: '00000000-0000-4000-8000-000000000000' } };
const DRAFT = { ...NOWHERE, body: { validFrom: null, weekly: {}, exceptions: [], shortenedByMinutes: 0 } };

export const CALENDARS: readonly MatrixRow[] = [
  plain('GET /calendars', STAFF),
  plain('POST /calendars', ['admin'], { call: { body: { code: 'X', nameLv: 'X', nameEn: 'X', timezone: 'UTC' } }, answers: 422 }),
  plain('GET /calendars/{id}', STAFF, { call: { params: LV } }),
  plain('GET /calendars/{id}/year', STAFF, { call: { params: LV, query: '?year=2026' } }),
  plain('POST /calendars/{id}/preview', STAFF, { call: { params: LV, body: QUESTION } }),
  plain('GET /calendars/{id}/draft', STAFF, { call: { params: LV }, answers: 404 }),
  plain('GET /calendars/{id}/draft/comparison', STAFF, { call: { params: LV }, answers: 404 }),
  plain('PUT /calendars/{id}/draft', ['admin'], { call: DRAFT, answers: 404 }),
  plain('DELETE /calendars/{id}/draft', ['admin'], { call: NOWHERE, answers: 404 }),
  plain('POST /calendars/{id}/draft/public-holidays', ['admin'], { call: { ...NOWHERE, body: { year: 2028 } }, answers: 404 }),
  plain('POST /calendars/{id}/draft/publication', ['dace'], { call: NOWHERE, answers: 404 }),
  plain('POST /calendars/preview', STAFF, {
    call: { body: { calendar: CALENDAR, ...QUESTION } },
  }),
  plain('POST /calendars/{id}/draft/impact', ['dace', 'admin'], { call: { params: { id: NOTHING } }, answers: 404 }),
];
