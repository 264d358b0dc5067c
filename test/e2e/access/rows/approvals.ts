import { type MatrixRow, NOTHING, type Person, plain } from '../row.js';

/** DOMAIN 9, "Approve change": a decision is given by whoever was named for it; an approval that names another is not there. */
const APPROVERS: readonly Person[] = ['zane', 'rihards', 'dace', 'andris'];

export const APPROVALS: readonly MatrixRow[] = [
  plain('POST /approvals/{id}/decision', APPROVERS, { call: { params: { id: NOTHING }, body: { decision: 'approved' } }, answers: 404 }),
];
