import type { Change, StandingApproval } from './types';

/** What a button on the page of a change opens. */
export const changeActions = [
  'approve',
  'reject',
  'submit',
  'assessRisk',
  'requestAuthorisation',
  'schedule',
  'start',
  'finish',
  'review',
  'close',
  'consent',
  'return',
  'reschedule',
  'concurrence',
  'clone',
  'cancel',
] as const;
export type ChangeAction = (typeof changeActions)[number];

/** The order says what is most likely next; what is left stands in the menu. */
const inHead: ReadonlySet<ChangeAction> = new Set<ChangeAction>([
  'approve',
  'reject',
  'submit',
  'requestAuthorisation',
  'schedule',
  'start',
  'finish',
  'review',
  'close',
  'consent',
  'return',
]);

/** Whether the server lets the actor do it now (DESIGN: buttons follow `abilities`). */
export function isAllowed(change: Change, action: ChangeAction): boolean {
  const { abilities, review, risk } = change;
  switch (action) {
    case 'approve':
    case 'reject':
      return ownApproval(change) !== null;
    case 'assessRisk':
      return abilities.scoreRisk;
    case 'consent':
      return abilities.implementFirst;
    case 'review':
      return abilities.review && review === null;
    case 'requestAuthorisation':
      return abilities.requestAuthorisation && risk !== null;
    case 'concurrence':
      return abilities.askConcurrence;
    default:
      return abilities[action];
  }
}

/** The approval that waits for the reader's own word. */
export function ownApproval({ approvals }: Change): StandingApproval | null {
  const all = approvals.flatMap(({ steps }) => steps.flatMap((step) => step.approvals));
  return all.find(({ mine, state }) => mine && state === 'pending') ?? null;
}

export const headActions = (change: Change): ChangeAction[] =>
  changeActions.filter((action) => inHead.has(action) && isAllowed(change, action));
export const menuActions = (change: Change): ChangeAction[] =>
  changeActions.filter((action) => !inHead.has(action) && isAllowed(change, action));
