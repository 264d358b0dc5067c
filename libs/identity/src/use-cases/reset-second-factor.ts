import { Injectable } from '@nestjs/common';
import { DomainError, notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { Accounts } from '../store/accounts.js';
import { SecondFactors } from '../store/second-factors.js';
import { Sessions } from '../store/sessions.js';

/** Takes the second factor from somebody who has lost his authenticator and his recovery codes; he is told by mail. */
@Injectable()
export class ResetSecondFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Ends the person's sessions too. The reason stands in the event, for the audit. Throws `identity.second-factor-own` (rule broken) for one's
   * own and `identity.second-factor-off` (conflict) where there is none.
   */
  async execute(actor: Actor, userId: string, reason: string): Promise<void> {
    if (userId === actor.id) throw new DomainError('identity.second-factor-own');
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.accounts.byId(tx, userId))) throw notFound('identity.user');
      if (!(await this.factors.remove(tx, userId))) throw new DomainError('identity.second-factor-off', {}, 'conflict');
      const endedSessions = await this.sessions.endAll(tx, userId, null);
      const subject = { type: 'user', id: userId };
      await tx.append({ type: 'identity.second-factor-reset', version: 1, subject, actorId: actor.id, payload: { reason, endedSessions } });
    });
  }
}
