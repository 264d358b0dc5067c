import { NOTHING, plain, type MatrixRow } from '../row.js';

const READERS = ['dace', 'sanita', 'inga'] as const;
/** The standard questionnaire. */
const STANDARD = { id: '0f6f2a7c-6d1e-4f5a-9d0b-5e0000000001' };
const WORDS = { lv: 'Viens', en: 'One' };
const QUESTION = { key: 'overall', type: 'scale5', text: WORDS, required: true, scale: 'satisfaction', cannotJudge: true };
const DEFINITION = { intro: WORDS, thanks: WORDS, questions: [QUESTION], headline: 'overall' };

export const SURVEYS: readonly MatrixRow[] = [
  plain('GET /surveys', READERS),
  plain('POST /surveys', ['sanita'], { call: { body: { code: 'new', title: WORDS } } }),
  plain('GET /surveys/{id}', READERS, { call: { params: STANDARD } }),
  plain('POST /surveys/{id}/versions', ['sanita'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('GET /surveys/{id}/versions/{version}', READERS, { call: { params: { ...STANDARD, version: '1' } } }),
  plain('PUT /surveys/{id}/versions/{version}', ['sanita'], {
    call: { params: { id: NOTHING, version: '1' }, body: { title: WORDS, definition: DEFINITION } },
    answers: 404,
  }),
];
