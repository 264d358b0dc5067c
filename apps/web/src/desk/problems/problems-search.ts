import { problemStates, type ProblemState } from './types';

/** What the address of the list says; without a state, problems that are not over. */
export interface ProblemsSearch {
  q?: string;
  state?: ProblemState | 'any';
  groupId?: string;
  serviceId?: string;
  mine?: true;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readProblemsSearch(search: Record<string, unknown>): ProblemsSearch {
  const state = (['any', ...problemStates] as const).find((one) => one === search['state']);
  // A number in an address is read as one.
  const q = typeof search['q'] === 'number' ? String(search['q']) : text(search['q']);
  const [groupId, serviceId] = [text(search['groupId']), text(search['serviceId'])];
  return {
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(groupId ? { groupId } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(search['mine'] === true ? { mine: true } : {}),
  };
}
