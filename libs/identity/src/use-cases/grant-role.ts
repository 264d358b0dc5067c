import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { decideGrant } from '../domain/grant-rules.js';
import type { GrantScope, Role } from '../domain/role.js';
import { Grants } from '../store/grants.js';

export interface GrantRoleInput {
  readonly userId: string;
  readonly role: Role;
  readonly scope?: GrantScope;
  readonly scopeId?: string | null;
  /** From now on, unless said otherwise. */
  readonly validFrom?: Instant;
  /** For good, unless said otherwise. */
  readonly validTo?: Instant | null;
  /** The second approver that manager, auditor and administrator need. */
  readonly approvedBy?: Actor | null;
}

/** Gives somebody a role, by the rules of DOMAIN 9 (see `decideGrant`). */
@Injectable()
export class GrantRole {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: Grants,
  ) {}

  /** `grantedBy` is null for the operator at the machine. Answers the grant's id. */
  async execute(grantedBy: Actor | null, input: GrantRoleInput): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      const { userId, role, scope = 'all', scopeId = null, validFrom = tx.now, validTo = null, approvedBy = null } = input;
      const grant = { userId, role, scope, scopeId, validFrom, validTo };
      const { withoutApprover } = decideGrant(grant, { grantedBy, approvedBy, managerExists: await this.grants.anyHolds(tx, 'manager') });
      const id = await this.grants.add(tx, grant, {
        grantedBy: grantedBy?.id ?? null,
        approvedBy: approvedBy?.id ?? null,
        withoutApprover,
      });
      const subject = { type: 'user', id: userId };
      await tx.append({
        type: 'identity.role-granted',
        version: 1,
        subject,
        actorId: grantedBy?.id ?? null,
        payload: { role, scope, scopeId, withoutApprover },
      });
      return id;
    });
  }
}
