import { FIGURE_READERS, FIGURE_ROW_READERS, NOTHING, plain, STAFF, type MatrixRow } from '../row.js';

export const FIGURES: readonly MatrixRow[] = [
  plain('GET /institution/overview', ['zane']),
  plain('GET /kpis', FIGURE_READERS),
  plain('GET /kpis/recounts', [...FIGURE_READERS, 'admin']),
  plain('GET /kpis/recounts/{id}', [...FIGURE_READERS, 'admin'], { call: { params: { id: NOTHING } }, answers: 404 }),
  plain('GET /wall', STAFF),
  plain('GET /kpis/{code}', FIGURE_READERS, { call: { params: { code: 'KPI-02' } } }),
  plain('GET /kpis/{code}/rows', FIGURE_ROW_READERS, { call: { params: { code: 'KPI-09' } } }),
  plain('GET /kpis/{code}/export', FIGURE_READERS, { call: { params: { code: 'KPI-10' }, query: '?format=csv' } }),
  plain('POST /kpis/{code}/recount', ['dace', 'admin'], { call: { params: { code: 'KPI-02' } } }),
  plain('POST /kpis/{code}/restatements', ['dace', 'admin'], {
    call: { params: { code: 'KPI-09' }, body: { month: '2020-01', reason: 'Pārbaude.' } },
    answers: 409,
  }),
  plain('GET /workload', FIGURE_READERS),
  plain('GET /workload/backlog', FIGURE_READERS),
  plain('GET /workload/forecast', FIGURE_READERS),
  // Who reads an institution's figures alone is told nothing of the Centre's people.
  plain(
    'GET /workload/duty',
    FIGURE_READERS.filter((person) => person !== 'zane'),
  ),
  plain('GET /workload/rows', FIGURE_ROW_READERS, { call: { query: '?what=arrived' } }),
  plain('GET /workload/export', FIGURE_READERS, { call: { query: '?format=csv' } }),
  plain('GET /reports/sla-compliance', FIGURE_READERS),
  plain('GET /reports/sla-compliance/rows', FIGURE_ROW_READERS),
  plain('GET /reports/sla-compliance/export', FIGURE_READERS, { call: { query: '?format=csv' } }),
  plain('GET /reports/sla-compliance/rows/export', FIGURE_ROW_READERS, { call: { query: '?format=csv' } }),
  plain('GET /reports/sla-honesty', FIGURE_READERS),
];
