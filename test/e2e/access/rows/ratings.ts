import { act, FIGURE_READERS, NOTHING, open, OWN, plain, read, type MatrixRow } from '../row.js';

export const RATINGS: readonly MatrixRow[] = [
  open('GET /ratings/links/{token}'),
  open('POST /ratings/links/{token}'),
  read('GET /tickets/{id}/rating'),
  act('POST /tickets/{id}/rating', OWN, () => ({ value: 'good' }), { state: 'resolved' }),
  act('PUT /tickets/{id}/rating', OWN, () => ({ value: 'satisfactory', comment: 'Ilgi.' }), { state: 'resolved' }),
  plain('GET /ratings', ['elina', 'rihards', 'toms', 'dace', 'inga']),
  plain('GET /ratings/export', ['elina', 'rihards', 'toms', 'dace', 'inga'], { call: { query: '?format=csv' } }),
  plain('GET /rating-follow-ups', ['rihards', 'dace']),
  plain('GET /rating-follow-ups/export', ['rihards', 'dace'], { call: { query: '?format=csv' } }),
  plain('POST /rating-follow-ups/{id}/completion', ['rihards', 'dace'], {
    call: { params: { id: NOTHING }, body: { note: 'Piezvanīju.', contacted: true } },
    answers: 404,
  }),
  plain('GET /reports/satisfaction', FIGURE_READERS),
  plain('GET /reports/satisfaction/disappointed', ['elina', 'rihards', 'toms', 'dace', 'inga']),
  plain('GET /reports/satisfaction/comments', ['elina', 'rihards', 'toms', 'dace', 'inga'], { call: { query: '?side=bad&stem=len' } }),
  plain('GET /reports/satisfaction/export', FIGURE_READERS, { call: { query: '?format=csv' } }),
];
