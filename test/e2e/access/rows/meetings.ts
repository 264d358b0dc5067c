import { type MatrixRow, NOTHING, type Person, plain } from '../row.js';

/** DOMAIN 9: the change manager runs meetings of the CAB; managers and the auditor read them, members their own. */
const READERS: readonly Person[] = ['andris', 'dace', 'inga'];
const RUNS: readonly Person[] = ['andris'];
const foreign = { params: { id: NOTHING } };

export const MEETINGS: readonly MatrixRow[] = [
  plain('GET /cab-meetings', READERS),
  plain('GET /cab-meetings/candidates', RUNS),
  plain('GET /cab-meetings/{id}', READERS, { call: foreign, answers: 404 }),
  plain('POST /cab-meetings', RUNS, {
    call: { body: { title: 'Padome', startsAt: '2030-01-08T08:00:00Z', memberIds: [NOTHING], changeIds: [] } },
    answers: 422,
  }),
  plain('PATCH /cab-meetings/{id}', RUNS, { call: { ...foreign, body: { minutes: 'Nolemts.' } }, answers: 404 }),
  plain('POST /cab-meetings/{id}/opening', RUNS, { call: foreign, answers: 404 }),
  plain('POST /cab-meetings/{id}/closure', RUNS, { call: foreign, answers: 404 }),
  plain('POST /cab-meetings/{id}/cancellation', RUNS, { call: foreign, answers: 404 }),
];
