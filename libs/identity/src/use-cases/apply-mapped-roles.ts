import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { ROLES_WITH_SECOND_APPROVER, type Role } from '../domain/role.js';
import { GrantRequests } from '../store/grant-requests.js';
import { Grants } from '../store/grants.js';

export interface MappedRoles {
  readonly userId: string;
  /** Who says so: `oidc:<code>` or `ldap:<code>`. Only what this source gave is taken away by it. */
  readonly source: string;
  readonly roles: readonly Role[];
}

/**
 * Makes the roles that follow from an outside source what the source says now. What needs a second approver (DOMAIN 9) is asked for and
 * counts for nobody before a manager approves; what a manager has refused is not asked for again. Roles given by people stay as they are.
 */
@Injectable()
export class ApplyMappedRoles {
  constructor(
    private readonly grants: Grants,
    private readonly requests: GrantRequests,
  ) {}

  async execute(tx: Tx, { userId, source, roles }: MappedRoles): Promise<void> {
    // Two sign-ins at the same moment take turns here.
    await tx.query(`select 1 from identity.app_user where id = $1 for no key update`, [userId]);
    await this.endOthers(tx, userId, source, roles);
    for (const role of roles) {
      if (await this.grants.isHeld(tx, { userId, role, scope: 'all', scopeId: null })) continue;
      if (ROLES_WITH_SECOND_APPROVER.has(role)) await this.ask(tx, userId, source, role);
      else await this.give(tx, userId, source, role);
    }
  }

  private async endOthers(tx: Tx, userId: string, source: string, roles: readonly Role[]): Promise<void> {
    for (const { id, role } of await this.grants.heldFrom(tx, userId, source)) {
      if (roles.includes(role)) continue;
      // Somebody must be left who administers and who answers for it, whatever a directory says.
      if (await this.grants.isIndispensable(tx, userId, role)) continue;
      await this.grants.end(tx, id, null, source);
      await tx.append(event('identity.role-ended', userId, { role, scope: 'all', scopeId: null, reason: source }));
    }
    for (const { id, role } of await this.requests.pendingFrom(tx, userId, source)) {
      if (roles.includes(role)) continue;
      await this.requests.decide(tx, id, { state: 'withdrawn', by: null, reason: null, grantId: null });
      await tx.append(event('identity.grant-withdrawn', userId, { requestId: id, role, scope: 'all', scopeId: null, reason: null }));
    }
  }

  private async give(tx: Tx, userId: string, source: string, role: Role): Promise<void> {
    const grant = { userId, role, scope: 'all', scopeId: null, validFrom: tx.now, validTo: null } as const;
    await this.grants.add(tx, grant, { grantedBy: null, approvedBy: null, withoutApprover: false, reason: source, source });
    await tx.append(event('identity.role-granted', userId, { role, scope: 'all', scopeId: null, withoutApprover: false, reason: source }));
  }

  private async ask(tx: Tx, userId: string, source: string, role: Role): Promise<void> {
    const asked = { userId, role, scope: 'all', scopeId: null } as const;
    if ((await this.requests.isPending(tx, asked)) || (await this.requests.wasRefused(tx, userId, role, source))) return;
    const requestId = await this.requests.add(tx, { ...asked, validTo: null, reason: source, requestedBy: null, source });
    await tx.append(event('identity.grant-requested', userId, { requestId, role, scope: 'all', scopeId: null, reason: source }));
  }
}

const event = (type: string, userId: string, payload: Readonly<Record<string, string | boolean | null>>) => ({
  type,
  version: 1,
  subject: { type: 'user', id: userId },
  actorId: null,
  payload,
});
