import { act, both, type MatrixRow, NOTHING, OWN, plain, read, STAFF_SEES, type RecordRow, ticket, WORK } from '../row.js';

/** Whoever works tickets (`answer.write`). */
const KEEPERS = ['elina', 'rihards', 'toms', 'andris'] as const;
const NAMED = { params: { id: NOTHING } };
const ANSWER = { scope: 'own', name: 'Paroles maiņa', textLv: 'Labdien, {{requester.name}}!' };

/** What only the desk asks for: whoever is not of it is refused before anybody looks for the ticket. */
const desk = (route: string, more: Partial<RecordRow> = {}): RecordRow => ({ ...read(route), sees: STAFF_SEES, may: WORK, ...more });

export const REPLIES: readonly MatrixRow[] = [
  plain('GET /answers', KEEPERS),
  plain('GET /answers/export', KEEPERS, { call: { query: '?format=csv' } }),
  plain('POST /answers', KEEPERS, { call: { body: ANSWER } }),
  plain('GET /answers/{id}', KEEPERS, { call: NAMED, answers: 404 }),
  plain('PUT /answers/{id}', KEEPERS, { call: { ...NAMED, body: ANSWER }, answers: 404 }),
  plain('DELETE /answers/{id}', KEEPERS, { call: NAMED, answers: 404 }),
  read('GET /tickets/{id}/draft'),
  act('PUT /tickets/{id}/draft', both(OWN, WORK), () => ({ kind: 'reply', body: 'Labd' }), { when: 'of a reply' }),
  act('PUT /tickets/{id}/draft', WORK, () => ({ kind: 'note', body: 'Prasīt' }), { when: 'of a note' }),
  {
    ...act('DELETE /tickets/{id}/draft', both(OWN, WORK), () => ({})),
    call: (ids) => ({ ...ticket(ids.ticket), query: `?kind=reply&revision=${NOTHING}` }),
  },
  desk('GET /tickets/{id}/presence', { may: STAFF_SEES }),
  desk('PUT /tickets/{id}/presence', { call: (ids) => ({ ...ticket(ids.ticket), body: { kind: 'reply' } }) }),
  desk('DELETE /tickets/{id}/presence'),
  desk('GET /tickets/{id}/answers'),
  desk('GET /tickets/{id}/colleagues', { call: (ids) => ({ ...ticket(ids.ticket), query: '?q=ri' }) }),
];
