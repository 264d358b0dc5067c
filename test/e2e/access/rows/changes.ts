import { act, both, type ByOwner, type MatrixRow, OWN, PEOPLE, plain, read, TICKET_READERS, WORK } from '../row.js';

/** DOMAIN 9, "Draft change": everybody but those who only watch over others. */
const DRAFTERS = PEOPLE.filter((person) => person !== 'inga' && person !== 'admin');
/** The change manager. */
const MANAGES: ByOwner = { order: ['andris'], civil: ['andris'], restricted: [] };
const PREPARES = both(WORK, MANAGES);

export const CHANGES: readonly MatrixRow[] = [
  plain('GET /changes', TICKET_READERS),
  plain('POST /changes', DRAFTERS, { call: { body: { title: 'Jauns lauks', description: 'Vajadzīgs jauns lauks.' } } }),
  { ...read('GET /changes/{id}'), state: 'change_draft' },
  act('PATCH /changes/{id}', both(OWN, PREPARES), () => ({ title: 'Jauns lauks veidlapā' }), {
    state: 'change_draft',
    when: 'in plain words',
  }),
];
