import { EVERYBODY, FIGURE_READERS, NOTHING, open, plain, type MatrixRow } from '../row.js';

const RESULT_READERS = [...FIGURE_READERS.filter((person) => person !== 'viktors'), 'sanita'] as const;
/** Who asks for a publication and who agrees to it; they redact comments too. */
const PUBLISHERS = ['dace', 'sanita'] as const;
const READERS = ['dace', 'sanita', 'inga'] as const;
/** The standard questionnaire. */
const STANDARD = { id: '0f6f2a7c-6d1e-4f5a-9d0b-5e0000000001' };
const WORDS = { lv: 'Viens', en: 'One' };
const QUESTION = { key: 'overall', type: 'scale5', text: WORDS, required: true, scale: 'satisfaction', cannotJudge: true };
const DEFINITION = { intro: WORDS, thanks: WORDS, questions: [QUESTION], headline: 'overall' };

const CAMPAIGN = { params: { id: NOTHING } };

export const SURVEYS: readonly MatrixRow[] = [
  open('GET /survey-responses/{token}'),
  open('POST /survey-responses/{token}'),
  plain('GET /lifecycles/campaign', EVERYBODY),
  plain('GET /survey-results', RESULT_READERS),
  plain('GET /surveys', READERS),
  plain('POST /surveys', ['sanita'], { call: { body: { code: 'new', title: WORDS } } }),
  plain('GET /surveys/{id}', READERS, { call: { params: STANDARD } }),
  plain('POST /surveys/{id}/versions', ['sanita'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('GET /surveys/{id}/versions/{version}', READERS, { call: { params: { ...STANDARD, version: '1' } } }),
  plain('PUT /surveys/{id}/versions/{version}', ['sanita'], {
    call: { params: { id: NOTHING, version: '1' }, body: { title: WORDS, definition: DEFINITION } },
    answers: 404,
  }),
  plain('GET /campaigns', READERS),
  plain('POST /campaigns', ['sanita'], {
    call: { body: { surveyVersionId: NOTHING, titleLv: 'Viens', titleEn: 'One', mode: 'all_users', opensOn: '2099-02-02' } },
    answers: 404,
  }),
  plain('GET /campaigns/{id}', READERS, { call: CAMPAIGN, answers: 404 }),
  plain('GET /campaigns/{id}/mails', READERS, { call: CAMPAIGN }),
  plain('GET /campaigns/{id}/coverage', READERS, { call: CAMPAIGN, answers: 404 }),
  plain('PATCH /campaigns/{id}', ['sanita'], { call: CAMPAIGN, answers: 404 }),
  plain('PUT /campaigns/{id}/exclusions', ['sanita'], { call: { ...CAMPAIGN, body: { items: [] } }, answers: 404 }),
  plain('POST /campaigns/{id}/approval', ['dace'], { call: CAMPAIGN, answers: 404 }),
  ...['opening', 'closing', 'cancellation', 'pause', 'resumption'].map((step) =>
    plain(`POST /campaigns/{id}/${step}`, ['sanita'], { call: CAMPAIGN, answers: 404 }),
  ),
  plain('GET /campaigns/{id}/results', RESULT_READERS, { call: CAMPAIGN, answers: 404 }),
  plain('GET /campaigns/{id}/results/export', RESULT_READERS, { call: { ...CAMPAIGN, query: '?format=csv' }, answers: 404 }),
  plain('POST /campaigns/{id}/publication', PUBLISHERS, { call: CAMPAIGN, answers: 404 }),
  plain('GET /campaigns/{id}/comments', PUBLISHERS, { call: CAMPAIGN, answers: 404 }),
  plain('PUT /campaigns/{id}/comments/{commentId}', PUBLISHERS, {
    call: { params: { id: NOTHING, commentId: NOTHING }, body: { hidden: true } },
    answers: 404,
  }),
  plain('POST /campaigns/{id}/comments/{commentId}/confirmation', PUBLISHERS, {
    call: { params: { id: NOTHING, commentId: NOTHING } },
    answers: 404,
  }),
  plain('GET /kpis/KPI-01', FIGURE_READERS),
  // Whoever reads figures of equipment reads no results of surveys.
  plain(
    'GET /kpis/KPI-01/rows',
    FIGURE_READERS.filter((person) => person !== 'viktors'),
  ),
  plain('POST /kpis/KPI-01/earlier-years', ['dace'], { call: { body: { year: 2022, value: 68.4, source: 'Pārskats' } } }),
];
