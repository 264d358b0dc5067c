import { DomainError, type Instant } from '#kernel';
import { type Actor, hasRole } from './actor.js';
import { type GrantScope, type Role, ROLES_WITH_SECOND_APPROVER } from './role.js';
import { requireRight } from './scope-of.js';

export interface GrantRequest {
  readonly userId: string;
  readonly role: Role;
  readonly scope: GrantScope;
  readonly scopeId: string | null;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

export interface GrantContext {
  /** Who grants; null for the operator at the machine (first data, commands). */
  readonly grantedBy: Actor | null;
  /** The second person, where there is one. */
  readonly approvedBy: Actor | null;
  /** Does anybody hold the manager's role? */
  readonly managerExists: boolean;
}

/**
 * Decides on a grant by DOMAIN 9: nobody grants to himself, and manager, auditor and administrator need a second approver,
 * save the first manager, whose grant is marked. Throws where it is refused; answers whether the grant must be marked.
 */
export function decideGrant(request: GrantRequest, { grantedBy, approvedBy, managerExists }: GrantContext): { withoutApprover: boolean } {
  if ((request.scope === 'all') !== (request.scopeId === null)) throw new DomainError('identity.grant-scope-incomplete', {}, 'invalid');
  if (request.validTo !== null && request.validTo <= request.validFrom)
    throw new DomainError('identity.grant-ends-before-start', {}, 'invalid');
  if (grantedBy === null) return { withoutApprover: ROLES_WITH_SECOND_APPROVER.has(request.role) };
  if (grantedBy.id === request.userId) throw new DomainError('identity.grant-to-self', {}, 'forbidden');
  requireRight(grantedBy, 'admin.users');
  if (!ROLES_WITH_SECOND_APPROVER.has(request.role)) return { withoutApprover: false };
  if (approvedBy && mayApprove(approvedBy, request, grantedBy)) return { withoutApprover: false };
  if (request.role === 'manager' && !managerExists) return { withoutApprover: true };
  throw new DomainError('identity.grant-needs-approver', { role: request.role }, 'rule-broken');
}

/** Must a second person approve first? Throws where the grant could not be given even then. */
export function needsSecondApprover(request: GrantRequest, context: GrantContext): boolean {
  const { grantedBy, managerExists } = context;
  const role = ROLES_WITH_SECOND_APPROVER.has(request.role) ? 'agent' : request.role;
  // All rules but that of the approver hold before anybody is asked.
  decideGrant({ ...request, role }, context);
  return grantedBy !== null && ROLES_WITH_SECOND_APPROVER.has(request.role) && (managerExists || request.role !== 'manager');
}

function mayApprove(approver: Actor, request: GrantRequest, grantedBy: Actor): boolean {
  return hasRole(approver, 'manager') && approver.id !== request.userId && approver.id !== grantedBy.id;
}
