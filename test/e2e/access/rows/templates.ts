import { NOTHING, plain, type MatrixRow } from '../row.js';

/** Whoever reads changes on the desk. */
const READERS = ['elina', 'rihards', 'toms', 'dace', 'andris', 'viktors', 'inga'] as const;
const NAMED = { params: { id: NOTHING } };
const DRAFT = { nameLv: 'Atjauninājumi', nameEn: 'Updates', steps: [], maxRisk: 2, minutes: 60 };

export const TEMPLATES: readonly MatrixRow[] = [
  plain('GET /change-templates', READERS),
  plain('POST /change-templates', ['andris'], { call: { body: DRAFT } }),
  plain('GET /change-templates/{id}', READERS, { call: NAMED, answers: 404 }),
  plain('PUT /change-templates/{id}/draft', ['andris'], { call: { ...NAMED, body: DRAFT }, answers: 404 }),
  plain('POST /change-templates/{id}/approval', ['dace'], {
    call: { ...NAMED, body: { orderNumber: '1-12/34', orderDate: '2026-11-02' } },
    answers: 404,
  }),
  ...['suspension', 'retirement'].map((step) =>
    plain(`POST /change-templates/{id}/${step}`, ['andris'], { call: { ...NAMED, body: { reason: 'Pārskata' } }, answers: 404 }),
  ),
];
