import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { Sessions } from '../store/sessions.js';

/** Ends sessions of one's own that are open elsewhere. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
  ) {}

  /** Ends one, at once and in every process. Throws not-found where one has none such. */
  async one(actor: Actor, listedId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.sessions.endListed(tx, actor.id, listedId))) throw notFound('identity.session');
      await tx.append(ended(actor, 1));
    });
  }

  /** Ends all but the present one; answers how many. */
  async others(actor: Actor, presentId: string): Promise<number> {
    return this.unitOfWork.run(async (tx) => {
      const count = await this.sessions.endAll(tx, actor.id, presentId);
      if (count > 0) await tx.append(ended(actor, count));
      return count;
    });
  }
}

const ended = ({ id }: Actor, count: number) => ({
  type: 'identity.sessions-ended',
  version: 1,
  subject: { type: 'user', id },
  actorId: id,
  payload: { count },
});
