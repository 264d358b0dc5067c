import { EVERYBODY, NOTHING, plain, REQUESTERS, type MatrixRow } from '../row.js';

const READERS = ['elina', 'rihards', 'toms', 'dace', 'andris', 'viktors', 'inga'] as const;
/** The lead of a group and the change manager; of what, the rules of announcements say. */
const WRITERS = ['rihards', 'andris'] as const;
const NAMED = { params: { id: NOTHING } };
const WORDS = { textLv: 'Strādājam.', textEn: 'At work.' };

export const ANNOUNCEMENTS: readonly MatrixRow[] = [
  plain('GET /disruptions', EVERYBODY),
  plain('POST /announcements/{id}/also-affected', REQUESTERS, { call: NAMED, answers: 404 }),
  plain('DELETE /announcements/{id}/also-affected', REQUESTERS, { call: NAMED, answers: 404 }),
  plain('GET /announcements', READERS),
  plain('POST /announcements', WRITERS, {
    call: { body: { kind: 'disruption', incident: NOTHING, titleLv: 'E-pasts', titleEn: 'E-mail', ...WORDS, serviceIds: [NOTHING] } },
    answers: 404,
  }),
  plain('PATCH /announcements/{id}', WRITERS, { call: { ...NAMED, body: {} }, answers: 404 }),
  ...['updates', 'ending'].map((step) =>
    plain(`POST /announcements/{id}/${step}`, WRITERS, { call: { ...NAMED, body: WORDS }, answers: 404 }),
  ),
];
