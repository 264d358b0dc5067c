import { changeKinds, changeStates, type ChangeKind, type ChangeState, type RiskLevel, riskLevels } from './types';

/** What the address of the list says; without a state, changes that are not finished. */
export interface ChangesSearch {
  q?: string;
  state?: ChangeState | 'any';
  kind?: ChangeKind;
  groupId?: string;
  serviceId?: string;
  risk?: RiskLevel;
  /** Dates in Riga, YYYY-MM-DD: changes whose window touches these days. */
  from?: string;
  until?: string;
  mine?: true;
}

const date = (value: unknown): string | undefined => (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined);
const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

export function readChangesSearch(search: Record<string, unknown>): ChangesSearch {
  const state = (['any', ...changeStates] as const).find((one) => one === search['state']);
  const kind = changeKinds.find((one) => one === search['kind']);
  // A number in an address is read as one.
  const q = typeof search['q'] === 'number' ? String(search['q']) : text(search['q']);
  const risk = riskLevels.find((one) => one === search['risk']);
  const [from, until] = [date(search['from']), date(search['until'])];
  const [groupId, serviceId] = [text(search['groupId']), text(search['serviceId'])];
  return {
    ...(q ? { q } : {}),
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(groupId ? { groupId } : {}),
    ...(serviceId ? { serviceId } : {}),
    ...(risk ? { risk } : {}),
    ...(from ? { from } : {}),
    ...(until ? { until } : {}),
    ...(search['mine'] === true ? { mine: true } : {}),
  };
}
