import { act, both, NOTHING, OWN, plain, read, STAFF_SEES, ticket, TICKET_READERS, TICKET_STAFF, WORK, type MatrixRow } from '../row.js';

export const TICKETS: readonly MatrixRow[] = [
  plain('GET /tickets', TICKET_READERS, { call: { query: '?view=requested' } }),
  plain('GET /tickets/counts', TICKET_READERS),
  read('GET /tickets/{id}'),
  { ...read('GET /tickets/{id}'), when: 'by number', call: (ids) => ticket(ids.number) },
  read('GET /tickets/{id}/history'),
  read('GET /tickets/{id}/clocks'),
  { ...read('GET /tickets/{id}/clock-audit'), may: STAFF_SEES },
  read('GET /tickets/{id}/comments'),
  act('POST /tickets/{id}/comments', both(OWN, WORK), () => ({ body: 'Paldies.', visibility: 'public' }), { when: 'a public reply' }),
  act('POST /tickets/{id}/comments', WORK, () => ({ body: 'Zvanīju.', visibility: 'internal' }), { when: 'an internal note' }),
  read('GET /tickets/{id}/attachments'),
  { ...act('POST /tickets/{id}/attachments', both(OWN, WORK), () => ({})), call: (ids) => ({ ...ticket(ids.ticket), file: true }) },
  { ...read('GET /attachments/{id}/content'), when: 'a public file', call: (ids) => ticket(ids.file) },
  {
    ...read('GET /attachments/{id}/content'),
    when: 'a file of staff',
    sees: STAFF_SEES,
    may: STAFF_SEES,
    call: (ids) => ticket(ids.staffFile),
  },
  // The files of this world are texts, which have no preview: nobody finds one.
  { ...read('GET /attachments/{id}/preview'), sees: { order: [], civil: [], restricted: [] }, call: (ids) => ticket(ids.file) },
  read('GET /tickets/{id}/links'),
  act('POST /tickets/{id}/links', WORK, (ids) => ({ ticket: ids.other })),
  {
    ...act('DELETE /tickets/{id}/links/{kind}/{target}', WORK, () => ({}), { state: 'related' }),
    call: (ids) => ({ params: { id: ids.ticket, kind: 'related', target: ids.other } }),
  },
  act('POST /tickets/{id}/children/replies', WORK, () => ({ body: 'Novērsts.' }), { state: 'parent' }),
  act('PUT /tickets/{id}/aside', WORK, () => ({ until: new Date(Date.now() + 86_400_000).toISOString() })),
  act('DELETE /tickets/{id}/aside', WORK, () => ({})),
  plain('GET /people/{id}/tickets', ['zane', ...TICKET_STAFF], { call: { params: { id: NOTHING } } }),
  read('GET /tickets/{id}/watchers'),
  { ...act('PUT /tickets/{id}/watchers/{userId}', WORK, () => ({})), call: (ids) => ({ params: { id: ids.ticket, userId: ids.agent } }) },
  {
    ...act('DELETE /tickets/{id}/watchers/{userId}', WORK, () => ({})),
    call: (ids) => ({ params: { id: ids.ticket, userId: ids.agent } }),
  },
];
