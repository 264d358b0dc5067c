import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import { requireGoodPassword } from '../domain/password-rules.js';
import { Accounts } from '../store/accounts.js';
import { Passwords } from '../store/passwords.js';
import { ResetLinks } from '../store/reset-links.js';
import { Sessions } from '../store/sessions.js';

/** Sets a new password by the link of a mail, and ends all sessions of the person. A second factor stays as it is. */
@Injectable()
export class ResetPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly links: ResetLinks,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /** Throws `identity.reset-link-invalid` (forbidden) for a link that is unknown, used or out of date. */
  async execute(token: string, password: string): Promise<void> {
    const login = await this.links.loginBehind(this.database, token);
    if (login === undefined) throw refusal();
    // A password that is not taken leaves the link as it was.
    requireGoodPassword(password, login, '/password');
    const passwordHash = await this.passwords.hash(password);
    await this.unitOfWork.run(async (tx) => {
      const userId = await this.links.take(tx, token);
      if (userId === undefined) throw refusal();
      await this.accounts.setPassword(tx, userId, passwordHash);
      const endedSessions = await this.sessions.endAll(tx, userId, null);
      const subject = { type: 'user', id: userId };
      await tx.append({ type: 'identity.password-reset', version: 1, subject, actorId: userId, payload: { endedSessions } });
    });
  }
}

const refusal = (): DomainError => new DomainError('identity.reset-link-invalid', {}, 'forbidden');
