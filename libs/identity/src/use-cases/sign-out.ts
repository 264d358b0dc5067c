import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import { Sessions } from '../store/sessions.js';

/** Ends a session at once, in every process. Answers the provider by which it had been opened, if it was one. */
@Injectable()
export class SignOut {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
  ) {}

  async execute(sessionId: string): Promise<string | null> {
    return this.unitOfWork.run(async (tx) => {
      const ended = await this.sessions.end(tx, sessionId);
      if (!ended) return null;
      const { userId, provider } = ended;
      await tx.append({ type: 'identity.signed-out', version: 1, subject: { type: 'user', id: userId }, actorId: userId, payload: {} });
      return provider;
    });
  }
}
