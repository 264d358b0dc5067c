import type { Right } from './rights.js';
import type { GrantScope, Role } from './role.js';

export type Locale = 'lv' | 'en';

/** How the screens are drawn; `auto` follows the device. */
export type Theme = 'auto' | 'light' | 'dark';

/** A role held now; grants outside their validity are not among an actor's. */
export interface ActorGrant {
  readonly role: Role;
  readonly scope: GrantScope;
  /** The institution, group or process; null where the scope is `all`. */
  readonly scopeId: string | null;
}

/** The person on whose behalf a request runs, with everything that decides what he may do. */
export interface Actor {
  readonly id: string;
  readonly login: string;
  readonly locale: Locale;
  readonly institutionId: string;
  /** The roles of `grants`, each once; includes `requester` as DOMAIN 9 says ("every user is also RQ"). */
  readonly roles: readonly Role[];
  readonly grants: readonly ActorGrant[];
  readonly groupIds: readonly string[];
  readonly leadOfGroupIds: readonly string[];
  /** Member of a user-support group: reads every ticket that is not restricted. */
  readonly userSupport: boolean;
  /** Only of an API client: the rights that it was given; it has no other, whatever its role would give. */
  readonly scopes?: ReadonlySet<Right>;
}

export function hasRole(actor: Actor, role: Role): boolean {
  return actor.roles.includes(role);
}

/** May the actor lead this group's work: assign it, accept for a member (DOMAIN 3.1 "self, or GL")? */
export function leads(actor: Actor, groupId: string | null): boolean {
  return groupId !== null && actor.leadOfGroupIds.includes(groupId);
}

export function memberOf(actor: Actor, groupId: string | null): boolean {
  return groupId !== null && actor.groupIds.includes(groupId);
}
