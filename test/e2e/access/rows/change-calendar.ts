import { demoId } from '#identity';
import { type MatrixRow, NOTHING, open, type Person, plain } from '../row.js';

/** DOMAIN 9: staff who work on changes, approve them or audit read them. */
const READERS: readonly Person[] = ['elina', 'rihards', 'toms', 'dace', 'andris', 'viktors', 'inga'];
/** The calendar of changes: coordinators too, as far as it touches their institution. */
const CALENDAR: readonly Person[] = ['zane', ...READERS];
const DAYS = '?from=2090-01-01&to=2090-01-15';
const FREEZE = { from: '2090-01-01T06:00:00Z', to: '2090-01-03T06:00:00Z', reason: 'Matrica' };
const HOURS = { serviceId: demoId('service', 'MAIL'), weekly: [{ weekday: 2, from: '20:00', to: '23:00' }], validFrom: '2090-01-01' };
const nothing = { params: { id: NOTHING } };

/** "Manage calendar, freeze": the change manager. */
export const CHANGE_CALENDAR: readonly MatrixRow[] = [
  plain('GET /change-calendar', CALENDAR, { call: { query: DAYS } }),
  open('GET /change-calendar.ics'),
  plain('GET /change-calendar/feed', CALENDAR),
  plain('POST /change-calendar/feed', CALENDAR, { call: { body: {} } }),
  plain('DELETE /change-calendar/feed', CALENDAR),
  plain('GET /changes/next-free-slot', READERS, { call: { query: '?minutes=60' } }),
  plain('GET /changes/{id}/conflicts', READERS, { call: nothing, answers: 404 }),
  plain('GET /freeze-windows', ['andris']),
  plain('POST /freeze-windows', ['andris'], { call: { body: FREEZE } }),
  plain('PUT /freeze-windows/{id}', ['andris'], { call: { ...nothing, body: FREEZE }, answers: 404 }),
  plain('DELETE /freeze-windows/{id}', ['andris'], { call: nothing, answers: 404 }),
  plain('GET /maintenance-windows', ['andris']),
  plain('POST /maintenance-windows', ['andris'], { call: { body: HOURS } }),
  plain('PUT /maintenance-windows/{id}', ['andris'], { call: { ...nothing, body: HOURS }, answers: 404 }),
  plain('DELETE /maintenance-windows/{id}', ['andris'], { call: nothing, answers: 404 }),
];
