import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { decideGrant } from '../domain/grant-rules.js';
import { requireRight } from '../domain/scope-of.js';
import { ActorReader } from '../reads/actor-reader.js';
import { type GrantRequestRecord, GrantRequests } from '../store/grant-requests.js';
import { Grants } from '../store/grants.js';
import { requireActivePerson } from '../store/organisation-references.js';
import { granted } from './give-role.js';

/** The second person's word on a role that was asked for: a manager who neither asked for it nor gets it. */
@Injectable()
export class DecideGrantRequest {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: Grants,
    private readonly requests: GrantRequests,
    private readonly actors: ActorReader,
  ) {}

  /** The role counts from now on. Throws `identity.grant-request-decided`, `identity.grant-own-request`, `identity.grant-asker-gone` and what `decideGrant` refuses. */
  async approve(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const request = await this.lockFor(tx, actor, id);
      const { userId, role, scope, scopeId, validTo, reason } = request;
      await requireActivePerson(tx, userId);
      const grant = { userId, role, scope, scopeId, validFrom: tx.now, validTo };
      const grantedBy = await this.askerOf(tx, request);
      // What a source asked for nobody grants: the manager's approval alone makes it count.
      const { withoutApprover } = grantedBy
        ? decideGrant(grant, { grantedBy, approvedBy: actor, managerExists: true })
        : { withoutApprover: false };
      const signs = { grantedBy: grantedBy?.id ?? null, approvedBy: actor.id, withoutApprover, reason, source: request.source ?? null };
      const grantId = await this.grants.add(tx, grant, signs);
      await this.requests.decide(tx, id, { state: 'approved', by: actor.id, reason: null, grantId });
      await tx.append(granted(userId, grantedBy ?? actor, { role, scope, scopeId, withoutApprover, reason, approvedBy: actor.id }));
    });
  }

  async refuse(actor: Actor, id: string, reason: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const request = await this.lockFor(tx, actor, id);
      await this.close(tx, actor, request, 'refused', reason);
    });
  }

  /** Whoever administers takes back what was asked for. */
  async withdraw(actor: Actor, id: string): Promise<void> {
    requireRight(actor, 'admin.users');
    await this.unitOfWork.run(async (tx) => {
      const request = await this.lockPending(tx, id);
      await this.close(tx, actor, request, 'withdrawn', null);
    });
  }

  /** Whoever asked, if he still may; null where it was no person. Throws `identity.grant-asker-gone`. */
  private async askerOf(tx: Tx, { requestedBy }: GrantRequestRecord): Promise<Actor | null> {
    if (requestedBy === null) return null;
    const asker = await this.actors.byId(requestedBy, tx);
    if (!asker) throw new DomainError('identity.grant-asker-gone', {}, 'conflict');
    return asker;
  }

  private async close(
    tx: Tx,
    actor: Actor,
    { id, userId, role, scope, scopeId, requestedBy }: GrantRequestRecord,
    state: 'refused' | 'withdrawn',
    reason: string | null,
  ): Promise<void> {
    await this.requests.decide(tx, id, { state, by: actor.id, reason, grantId: null });
    await tx.append({
      type: `identity.grant-${state}`,
      version: 1,
      subject: { type: 'user', id: userId },
      actorId: actor.id,
      payload: { requestId: id, role, scope, scopeId, reason, requestedBy },
    });
  }

  private async lockFor(tx: Tx, actor: Actor, id: string): Promise<GrantRequestRecord> {
    requireRight(actor, 'grant.approve');
    const request = await this.lockPending(tx, id);
    if (request.userId === actor.id || request.requestedBy === actor.id)
      throw new DomainError('identity.grant-own-request', {}, 'forbidden');
    return request;
  }

  private async lockPending(tx: Tx, id: string): Promise<GrantRequestRecord> {
    const request = await this.requests.lock(tx, id);
    if (request.state !== 'pending') throw new DomainError('identity.grant-request-decided', {}, 'conflict');
    return request;
  }
}
