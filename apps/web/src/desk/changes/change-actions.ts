import type { Change, StandingApproval } from './types';

/** What a button on the page of a change opens. */
export const changeActions = ['approve', 'reject'] as const;
export type ChangeAction = (typeof changeActions)[number];

/** The approval that waits for the reader's own word. */
export function ownApproval({ approvals }: Change): StandingApproval | null {
  const all = approvals.flatMap(({ steps }) => steps.flatMap((step) => step.approvals));
  return all.find(({ mine, state }) => mine && state === 'pending') ?? null;
}

export const headActions = (change: Change): ChangeAction[] => (ownApproval(change) ? [...changeActions] : []);
