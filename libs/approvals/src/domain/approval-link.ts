import type { Instant } from '#kernel';
import type { ApprovalState, StepState } from './approval-words.js';

/** What the link of a mail opens: the decision, what was decided, or nothing any more. */
export type ApprovalLinkState = 'open' | 'used' | 'expired';

export interface LinkedApproval {
  readonly state: ApprovalState;
  readonly step: { readonly state: StepState; readonly dueAt: Instant };
  readonly spentAt: Instant | null;
}

/** A link lives as long as its approval waits: it ends with the decision, wherever it is given, and with the due time. */
export function approvalLinkState({ state, step, spentAt }: LinkedApproval, at: Instant): ApprovalLinkState {
  if (state === 'approved' || state === 'rejected') return 'used';
  return state === 'pending' && step.state === 'open' && spentAt === null && at < step.dueAt ? 'open' : 'expired';
}
