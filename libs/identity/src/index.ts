export { IdentityModule } from './identity.module.js';
export { type Actor, type ActorGrant, type Locale, hasRole, leads, memberOf } from './domain/actor.js';
export { type GrantScope, type Role, ROLES, roleOf } from './domain/role.js';
export { type Reach, type Right, RIGHTS, isRight } from './domain/rights.js';
export { type Scope, holds, requireRight, rightsOf, scopeOf } from './domain/scope-of.js';
export { CurrentActor } from './http/current-actor.js';
