import { type MatrixRow, NOTHING, plain } from '../row.js';

/** DOMAIN 9, "KPI, scorecard": whoever reads figures; those of an institution or a group read it as it was frozen. */
const READERS = ['zane', 'elina', 'rihards', 'andris', 'toms', 'dace', 'sanita', 'viktors', 'inga'] as const;
const NAMED = { params: { id: NOTHING } };
const VALUE = { params: { id: NOTHING, measurementId: NOTHING } };

export const SCORECARDS: readonly MatrixRow[] = [
  plain('GET /scorecards', READERS),
  plain('POST /scorecards', ['dace'], {
    call: { body: { template: 'no-such-template', nameLv: 'Karte', nameEn: 'Card', firstYear: 2026 } },
    answers: 422,
  }),
  plain('GET /scorecards/{id}', READERS, { call: NAMED, answers: 404 }),
  plain('GET /scorecards/{id}/export', READERS, { call: { ...NAMED, query: '?format=csv' }, answers: 404 }),
  plain('GET /scorecards/{id}/snapshots', READERS, { call: NAMED, answers: 404 }),
  plain('POST /scorecards/{id}/snapshots', ['dace'], { call: { ...NAMED, body: { year: 2025 } }, answers: 404 }),
  plain('GET /indicators/{id}', READERS, { call: NAMED, answers: 404 }),
  plain('GET /indicators/{id}/measurements', READERS, { call: NAMED, answers: 404 }),
  plain('POST /indicators/{id}/measurements', ['dace'], {
    call: { ...NAMED, body: { year: 2025, origin: 'entered', value: 1, source: 'Pārskats' } },
    answers: 404,
  }),
  plain('PUT /indicators/{id}/measurements/{measurementId}/file', ['dace'], { call: { ...VALUE, file: true }, answers: 404 }),
  plain('GET /indicators/{id}/measurements/{measurementId}/file', READERS, { call: VALUE, answers: 404 }),
  plain('POST /indicators/{id}/targets', ['dace'], {
    call: { ...NAMED, body: { year: 2026, value: 1, source: 'Rīkojums' } },
    answers: 404,
  }),
];
