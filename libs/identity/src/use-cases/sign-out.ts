import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import { Sessions } from '../store/sessions.js';

/** Ends a session at once, in every process. */
@Injectable()
export class SignOut {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
  ) {}

  async execute(sessionId: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const userId = await this.sessions.end(tx, sessionId);
      if (userId)
        await tx.append({ type: 'identity.signed-out', version: 1, subject: { type: 'user', id: userId }, actorId: userId, payload: {} });
    });
  }
}
