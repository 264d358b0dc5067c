import type { Actor, ActorGrant } from '../actor.js';
import type { Role } from '../role.js';

export const INSTITUTION = '00000000-0000-8000-8000-000000000001';
export const OTHER_INSTITUTION = '00000000-0000-8000-8000-000000000002';
export const GROUP = '00000000-0000-8000-8000-000000000011';
export const OTHER_GROUP = '00000000-0000-8000-8000-000000000012';

/** A person with these roles, without limits, unless `overrides` say otherwise. */
export function actor(roles: readonly Role[], overrides: Partial<Actor> = {}): Actor {
  const grants: ActorGrant[] = roles.map((role) => ({ role, scope: 'all', scopeId: null }));
  return {
    id: '00000000-0000-8000-8000-0000000000aa',
    login: 'somebody',
    locale: 'lv',
    institutionId: INSTITUTION,
    roles,
    grants,
    groupIds: [],
    leadOfGroupIds: [],
    userSupport: false,
    ...overrides,
  };
}

/** A person with one role that is granted for one institution, group or process only. */
export function actorWithin(
  role: Role,
  scope: 'institution' | 'group' | 'process',
  scopeId: string,
  overrides: Partial<Actor> = {},
): Actor {
  return actor([role], { grants: [{ role, scope, scopeId }], ...overrides });
}
