import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { requireGoodPassword } from '../domain/password-rules.js';
import { Accounts } from '../store/accounts.js';
import { Passwords } from '../store/passwords.js';
import { Sessions } from '../store/sessions.js';
import { ConfirmPassword } from './confirm-password.js';

export interface ChangePasswordInput {
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly sessionId: string;
  readonly address: string;
}

/** Changes one's own password and ends one's other sessions. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly confirmPassword: ConfirmPassword,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Throws `identity.password-elsewhere` where the password is a directory's and `identity.current-password-wrong` (invalid); guesses count towards
   * the limits of signing in.
   */
  async execute(actor: Actor, { currentPassword, newPassword, sessionId, address }: ChangePasswordInput): Promise<void> {
    requireGoodPassword(newPassword, actor.login, '/newPassword');
    await this.confirmPassword.requireOwn(actor);
    await this.confirmPassword.execute(actor, currentPassword, address);
    const passwordHash = await this.passwords.hash(newPassword);
    await this.unitOfWork.run(async (tx) => {
      await this.accounts.setPassword(tx, actor.id, passwordHash);
      const ended = await this.sessions.endAll(tx, actor.id, sessionId);
      await tx.append({
        type: 'identity.password-changed',
        version: 1,
        subject: { type: 'user', id: actor.id },
        actorId: actor.id,
        payload: { endedSessions: ended },
      });
    });
  }
}
