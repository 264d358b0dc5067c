import { type Actor, type ActorGrant, type Role, ROLES } from '#identity';
import { Params, ticketReadAsStaff, ticketVisibility } from './ticket-visibility.js';

const ONE = '00000000-0000-8000-8000-000000000001';

function holding(role: Role, scope: ActorGrant['scope']): Actor {
  const grants: ActorGrant[] = [{ role, scope, scopeId: scope === 'all' ? null : ONE }];
  const groupIds = scope === 'group' ? [ONE] : [];
  return {
    id: ONE,
    login: 'somebody',
    locale: 'lv',
    institutionId: ONE,
    roles: [role],
    grants,
    groupIds,
    leadOfGroupIds: [],
    userSupport: false,
  };
}

const actors = ROLES.flatMap((role) => (['all', 'institution', 'group'] as const).map((scope) => [role, scope] as const));

describe('the condition on tickets', () => {
  it.each(actors)('of a %s for %s names each parameter that it adds, as PostgreSQL wants it', (role, scope) => {
    for (const condition of [ticketVisibility, ticketReadAsStaff]) {
      const params = new Params();
      const sql = condition(holding(role, scope), params);
      const named = new Set([...sql.matchAll(/\$(\d+)/g)].map(([, at]) => Number(at)));
      expect([...named].sort()).toEqual(params.values.map((_, at) => at + 1));
    }
  });
});
