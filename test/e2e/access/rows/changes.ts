import { LOW } from '../change-records.js';
import {
  act,
  both,
  type ByOwner,
  type ChangeRecordState,
  EVERYBODY,
  type Ids,
  type MatrixRow,
  OWN,
  PEOPLE,
  plain,
  read,
  type RecordRow,
  TICKET_READERS,
  WORK,
} from '../row.js';

/** DOMAIN 9, "Draft change": everybody but those who only watch over others. */
const DRAFTERS = PEOPLE.filter((person) => person !== 'inga' && person !== 'admin');
/** The change manager. */
const MANAGES: ByOwner = { order: ['andris'], civil: ['andris'], restricted: [] };
const PREPARES = both(WORK, MANAGES);
const soon = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

const step = (what: string, may: ByOwner, state: ChangeRecordState, body: (ids: Ids) => object): RecordRow =>
  act(`POST /changes/{id}/${what}`, may, body, { state });

export const CHANGES: readonly MatrixRow[] = [
  plain('GET /lifecycles/change', EVERYBODY),
  plain('GET /changes', TICKET_READERS),
  plain('GET /changes/export', TICKET_READERS, { call: { query: '?format=csv' } }),
  plain('GET /changes/risk-questions', TICKET_READERS),
  plain('POST /changes', DRAFTERS, { call: { body: { title: 'Jauns lauks', description: 'Vajadzīgs jauns lauks.' } } }),
  { ...read('GET /changes/{id}'), state: 'change_draft' },
  act('PATCH /changes/{id}', both(OWN, PREPARES), () => ({ title: 'Lauks' }), { state: 'change_draft', when: 'in plain words' }),
  step('submission', PREPARES, 'change_draft', () => ({})),
  step('return', MANAGES, 'change_assessing', () => ({ reason: 'Nepilnīgs.' })),
  step('risk', PREPARES, 'change_draft', () => ({ answers: LOW })),
  step('authorisation-request', MANAGES, 'change_assessing', () => ({ overrideReason: 'Pārbaude.' })),
  step('schedule', PREPARES, 'change_standard', () => ({})),
  step('reschedule', MANAGES, 'change_scheduled', () => ({ from: soon(12), to: soon(70), overrideReason: 'Pārbaude.' })),
  step('cancellation', both(OWN, MANAGES), 'change_draft', () => ({ reason: 'Nevajag.' })),
  step('clone', PREPARES, 'change_cancelled', () => ({})),
  step('start', PREPARES, 'change_scheduled', () => ({})),
  step('finish', PREPARES, 'change_started', () => ({ outcome: 'successful', text: 'Izdarīts.' })),
  step('review', PREPARES, 'change_finished', () => ({ objectivesMet: true, lessons: 'Nekādu.' })),
  step('closure', MANAGES, 'change_finished', () => ({ itemsUpdated: true })),
  step('verbal-consent', MANAGES, 'change_emergency', () => ({ by: 'Dežurējošais vadītājs' })),
  step('implement-first', MANAGES, 'change_consented', () => ({})),
  step('concurrences', PREPARES, 'change_draft', () => ({ body: 'VARAM' })),
  {
    ...step('concurrences/{concurrenceId}/answer', PREPARES, 'change_asked_outside', () => ({})),
    call: (ids) => ({ params: { id: ids.ticket, concurrenceId: ids.concurrence ?? ids.ticket }, body: { granted: true } }),
  },
  act('POST /tickets/{id}/change', PREPARES, () => ({})),
];
