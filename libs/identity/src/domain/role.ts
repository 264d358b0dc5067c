/** The roles of DOMAIN section 9, in the order of its columns (RQ IC AG GL CM CB PO MG SO AM AU AD). */
export const ROLES = [
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

export type Role = (typeof ROLES)[number];

/** What a grant reaches: everything that the role may reach, or one institution, group or process of it. */
export const GRANT_SCOPES = ['all', 'institution', 'group', 'process'] as const;

export type GrantScope = (typeof GRANT_SCOPES)[number];

/**
 * Roles that watch over others. An account that holds nothing else is no requester (DOMAIN 9: "–" under "Create ticket"
 * and "Rate ticket", "auditor is read-only"); whoever needs both is granted `requester` beside it.
 */
export const WATCHING_ROLES: ReadonlySet<Role> = new Set<Role>(['auditor', 'administrator']);

/** Roles whose grant needs a second approver (DOMAIN 9). */
export const ROLES_WITH_SECOND_APPROVER: ReadonlySet<Role> = new Set<Role>(['manager', 'auditor', 'administrator']);

/** Reads a role's name. Undefined where there is no such role. */
export function roleOf(name: string): Role | undefined {
  return ROLES.find((role) => role === name);
}

/** Roles that one has by using the services, for oneself or for one's institution; whoever holds another one is staff. */
export const CLIENT_ROLES: ReadonlySet<Role> = new Set<Role>(['requester', 'institution_coordinator']);

/** Does somebody with these roles work for the Centre? */
export function isStaff(roles: readonly Role[]): boolean {
  return roles.some((role) => !CLIENT_ROLES.has(role));
}
