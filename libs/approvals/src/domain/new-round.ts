import { randomUUID } from 'node:crypto';
import { DomainError, type Instant } from '#kernel';
import type { Approval, Round, Step } from './approval.js';
import type { RoundRequest, StepRequest } from './approval-words.js';

/**
 * Lays out a round as it was asked, nothing open yet. Whoever is excluded is left out of every step. Throws
 * `approvals.not-enough-approvers` where a step could never be approved by those who are left.
 */
export function newRound(request: RoundRequest, number: number, at: Instant): Round {
  const { ticketId, purpose, contentHash, title, excluded, steps } = request;
  if (steps.length === 0) throw new DomainError('approvals.not-enough-approvers', { needed: 1, have: 0 });
  return {
    id: randomUUID(),
    ...{ ticketId, number, purpose, contentHash, title },
    excludedIds: [...new Set(excluded)],
    ...{ state: 'open', openedAt: at, endedAt: null, reason: null },
    steps: [...steps].sort((a, b) => a.position - b.position).map((step) => newStep(step, new Set(excluded))),
  };
}

function newStep(request: StepRequest, excluded: ReadonlySet<string>): Step {
  const { position, name, rule, dueAt, onExpiry, clientSide = false } = request;
  const allowed = (ids: readonly string[]): string[] => [...new Set(ids)].filter((id) => !excluded.has(id));
  const approvers = allowed(request.approverIds);
  const needed = { all: approvers.length, any: 1, n_of: request.needed ?? approvers.length }[rule];
  if (needed < 1 || approvers.length < needed)
    throw new DomainError('approvals.not-enough-approvers', { needed: Math.max(needed, 1), have: approvers.length });
  const id = randomUUID();
  return {
    ...{ id, position, name, rule, needed, dueAt, onExpiry, clientSide },
    ...{ state: 'waiting', remindAt: null, openedAt: null, endedAt: null, escalatedAt: null },
    escalateToIds: allowed(request.escalateToIds ?? []),
    approvals: approvers.map((approverId) => newApproval(id, approverId)),
  };
}

/** A person is asked: by the step itself, by whoever passes his approval on, or since others did not answer. */
export function newApproval(
  stepId: string,
  approverId: string,
  { from = null, escalated = false }: { readonly from?: Approval | null; readonly escalated?: boolean } = {},
): Approval {
  return {
    ...{ id: randomUUID(), stepId, approverId, state: 'pending', decidedAt: null, reason: null, channel: null },
    delegatedFromId: from?.id ?? null,
    chain: from ? from.chain + 1 : 0,
    escalated: from?.escalated ?? escalated,
  };
}
