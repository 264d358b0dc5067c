import { type MatrixRow, NOTHING, open, type Person, plain } from '../row.js';

/** DOMAIN 9, "Approve change": a decision is given by whoever was named for it; an approval that names another is not there. */
const APPROVERS: readonly Person[] = ['zane', 'rihards', 'dace', 'andris'];
const foreign = { params: { id: NOTHING } };

export const APPROVALS: readonly MatrixRow[] = [
  plain('GET /approvals', APPROVERS),
  plain('GET /approvals/export', APPROVERS, { call: { query: '?format=csv' } }),
  plain('GET /approvals/{id}', APPROVERS, { call: foreign, answers: 404 }),
  plain('GET /approvals/{id}/delegates', APPROVERS, { call: foreign, answers: 404 }),
  plain('POST /approvals/{id}/decision', APPROVERS, { call: { ...foreign, body: { decision: 'approved' } }, answers: 404 }),
  plain('POST /approvals/{id}/delegation', APPROVERS, {
    call: { ...foreign, body: { toId: NOTHING, reason: 'Atvaļinājums' } },
    answers: 404,
  }),
  open('GET /approval-links/{token}'),
  open('POST /approval-links/{token}'),
];
