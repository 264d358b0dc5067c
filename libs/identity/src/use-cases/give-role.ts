import { Injectable } from '@nestjs/common';
import { DomainError, type Instant } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { decideGrant, needsSecondApprover } from '../domain/grant-rules.js';
import type { GrantScope, Role } from '../domain/role.js';
import { GrantRequests, type NewGrantRequest } from '../store/grant-requests.js';
import { Grants } from '../store/grants.js';
import { requireActivePerson, requireScope } from '../store/organisation-references.js';

export interface GiveRoleInput {
  readonly role: Role;
  readonly scope: GrantScope;
  readonly scopeId: string | null;
  /** The first day in Riga on which it does not count any more; for good where it is null. */
  readonly endsOn: string | null;
  readonly reason: string;
}

/** Gives a person a role from now on, or asks a manager to approve it where DOMAIN 9 wants a second approver. */
@Injectable()
export class GiveRole {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: Grants,
    private readonly requests: GrantRequests,
  ) {}

  /** Answers whether the role counts already. Throws what `decideGrant` refuses, `identity.grant-held`, `identity.grant-asked`. */
  async execute(actor: Actor, userId: string, input: GiveRoleInput): Promise<'granted' | 'pending'> {
    return this.unitOfWork.run(async (tx) => {
      await requireActivePerson(tx, userId);
      // Two administrators who give the same role at once take turns here.
      await tx.query(`select 1 from identity.app_user where id = $1 for no key update`, [userId]);
      const { role, scope, scopeId, endsOn, reason } = input;
      await requireScope(tx, scope, scopeId);
      const validTo = endsOn === null ? null : await midnightIn(tx, endsOn);
      const asked = { userId, role, scope, scopeId };
      if (await this.grants.isHeld(tx, asked)) throw new DomainError('identity.grant-held', {}, 'conflict');
      if (await this.requests.isPending(tx, asked)) throw new DomainError('identity.grant-asked', {}, 'conflict');
      const managerExists = await this.grants.anyHolds(tx, 'manager');
      const grant = { ...asked, validFrom: tx.now, validTo };
      if (needsSecondApprover(grant, { grantedBy: actor, approvedBy: null, managerExists }))
        return this.ask(tx, actor, { ...asked, validTo, reason, requestedBy: actor.id });
      const { withoutApprover } = decideGrant(grant, { grantedBy: actor, approvedBy: null, managerExists });
      await this.grants.add(tx, grant, { grantedBy: actor.id, approvedBy: null, withoutApprover, reason });
      await tx.append(granted(userId, actor, { role, scope, scopeId, withoutApprover, reason }));
      return 'granted';
    });
  }

  private async ask(tx: Tx, actor: Actor, request: NewGrantRequest): Promise<'pending'> {
    const requestId = await this.requests.add(tx, request);
    const { userId, role, scope, scopeId, reason } = request;
    await tx.append({
      type: 'identity.grant-requested',
      version: 1,
      subject: { type: 'user', id: userId },
      actorId: actor.id,
      payload: { requestId, role, scope, scopeId, reason },
    });
    return 'pending';
  }
}

async function midnightIn(tx: Tx, day: string): Promise<Instant> {
  const [row] = await tx.query<{ at: Instant }>(`select $1::date::timestamp at time zone 'Europe/Riga' as at`, [day]);
  return row!.at;
}

export interface GrantedPayload {
  readonly role: Role;
  readonly scope: GrantScope;
  readonly scopeId: string | null;
  readonly withoutApprover: boolean;
  readonly reason: string;
  readonly approvedBy?: string;
}

export const granted = (userId: string, actor: Pick<Actor, 'id'>, payload: GrantedPayload) => ({
  type: 'identity.role-granted',
  version: 1,
  subject: { type: 'user', id: userId },
  actorId: actor.id,
  payload: { ...payload },
});
