import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { requireRight } from '../domain/scope-of.js';
import { Grants } from '../store/grants.js';

/** Takes a role away from now on. */
@Injectable()
export class EndGrant {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: Grants,
  ) {}

  /** Throws `identity.grant.not-found` where it does not count any more, `identity.last-administrator`, `identity.last-manager`. */
  async execute(actor: Actor, id: string, reason: string): Promise<void> {
    requireRight(actor, 'admin.users');
    await this.unitOfWork.run(async (tx) => {
      const { userId, role, scope, scopeId } = await this.grants.lockHeld(tx, id);
      await this.grants.requireAnother(tx, userId, [role]);
      await this.grants.end(tx, id, actor.id, reason);
      await tx.append({
        type: 'identity.role-ended',
        version: 1,
        subject: { type: 'user', id: userId },
        actorId: actor.id,
        payload: { role, scope, scopeId, reason },
      });
    });
  }
}
