import type { Problem } from './types';

/** What a button on the page of a problem opens; the order says what is most likely next. */
export const problemActions = [
  'investigate',
  'identify',
  'resolve',
  'verify',
  'raiseChange',
  'acceptRisk',
  'linkIncident',
  'linkChange',
  'assign',
  'dismiss',
] as const;
export type ProblemAction = (typeof problemActions)[number];

const inHead: ReadonlySet<ProblemAction> = new Set<ProblemAction>([
  'investigate',
  'identify',
  'resolve',
  'verify',
  'raiseChange',
  'acceptRisk',
]);

/** Whether the server lets the reader do it now, and whether it makes sense to offer it. */
export function isOffered({ abilities, resolvable, verifiable, riskAcceptance }: Problem, action: ProblemAction): boolean {
  switch (action) {
    case 'resolve':
      return abilities.resolve && resolvable;
    case 'verify':
      return abilities.verify && verifiable;
    case 'acceptRisk':
      return abilities.acceptRisk && riskAcceptance === null;
    case 'linkChange':
      return abilities.raiseChange;
    default:
      return abilities[action];
  }
}

export const headActions = (problem: Problem): ProblemAction[] =>
  problemActions.filter((action) => inHead.has(action) && isOffered(problem, action));
export const menuActions = (problem: Problem): ProblemAction[] =>
  problemActions.filter((action) => !inHead.has(action) && isOffered(problem, action));
