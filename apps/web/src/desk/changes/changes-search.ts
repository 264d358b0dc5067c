import { changeKinds, changeStates, type ChangeKind, type ChangeState } from './types';

/** What the address of the list says; without a state, changes that are not finished. */
export interface ChangesSearch {
  q?: string;
  state?: ChangeState | 'any';
  kind?: ChangeKind;
  groupId?: string;
  serviceId?: string;
  mine?: true;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readChangesSearch(search: Record<string, unknown>): ChangesSearch {
  const state = (['any', ...changeStates] as const).find((one) => one === search['state']);
  const kind = changeKinds.find((one) => one === search['kind']);
  // A number in an address is read as one.
  const q = typeof search['q'] === 'number' ? String(search['q']) : text(search['q']);
  const [groupId, serviceId] = [text(search['groupId']), text(search['serviceId'])];
  return {
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(groupId ? { groupId } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(search['mine'] === true ? { mine: true } : {}),
  };
}
