export const personStates = ['active', 'without-login', 'leaving', 'left'] as const;

export const roles = [
  'requester',
  'institution_coordinator',
  'agent',
  'group_lead',
  'change_manager',
  'cab_member',
  'process_owner',
  'manager',
  'survey_officer',
  'asset_manager',
  'auditor',
  'administrator',
] as const;

/** What the address of the list of people says. */
export interface PeopleSearch {
  q?: string;
  institutionId?: string;
  role?: (typeof roles)[number];
  state?: (typeof personStates)[number];
}

/** A text of an address; a number in it is read as one. */
const text = (value: unknown): string | undefined =>
  typeof value === 'number' ? String(value) : typeof value === 'string' && value !== '' ? value : undefined;

export function readPeopleSearch(search: Record<string, unknown>): PeopleSearch {
  const [q, institutionId] = [text(search['q']), text(search['institutionId'])];
  const role = roles.find((one) => one === search['role']);
  const state = personStates.find((one) => one === search['state']);
  return { ...(q ? { q } : {}), ...(institutionId ? { institutionId } : {}), ...(role ? { role } : {}), ...(state ? { state } : {}) };
}

/** What the address of a list with a look-up alone says. */
export interface NamedSearch {
  q?: string;
}

export function readNamedSearch(search: Record<string, unknown>): NamedSearch {
  const q = text(search['q']);
  return q ? { q } : {};
}

/** Which requests of roles are shown. */
export interface RequestsSearch {
  state?: 'decided';
}

export function readRequestsSearch(search: Record<string, unknown>): RequestsSearch {
  return search['state'] === 'decided' ? { state: 'decided' } : {};
}
