import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import { foldLogin } from '../domain/login-name.js';
import { Accounts } from '../store/accounts.js';
import { LoginAttempts } from '../store/login-attempts.js';
import { Passwords } from '../store/passwords.js';
import { Sessions } from '../store/sessions.js';

export interface SignInInput {
  readonly login: string;
  readonly password: string;
  /** The network address that asks. */
  readonly address: string;
  /** A session that the browser still had; it ends, and its id is never taken over. */
  readonly earlierSessionId: string | undefined;
}

/** Opens a session for somebody who knows login and password. */
@Injectable()
export class SignIn {
  private readonly log = new Logger(SignIn.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly attempts: LoginAttempts,
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Answers the id of the new session. Throws `identity.too-many-attempts` over the limits, and `identity.wrong-credentials`
   * alike, and after the same work, for a login that is unknown, has no password or has left, and for a wrong password.
   */
  async execute({ login: typed, password, address, earlierSessionId }: SignInInput): Promise<string> {
    const login = foldLogin(typed);
    await this.attempts.count(login, address);
    const account = await this.accounts.byLogin(this.database, login);
    const right = await this.passwords.verify(account?.passwordHash ?? null, password);
    if (!account || !right) throw this.refusal(address);
    return this.unitOfWork.run(async (tx) => {
      // Locks in the order of ChangePassword: attempts, account, sessions.
      await this.attempts.forgive(tx, login, address);
      // A password that is changed at this moment ends all sessions: none may slip in behind it with the old one.
      if (!(await this.accounts.holdUnchanged(tx, account))) throw this.refusal(address);
      if (earlierSessionId) await this.sessions.end(tx, earlierSessionId);
      const sessionId = await this.sessions.open(tx, account.id);
      await tx.append({
        type: 'identity.signed-in',
        version: 1,
        subject: { type: 'user', id: account.id },
        actorId: account.id,
        payload: {},
      });
      return sessionId;
    });
  }

  private refusal(address: string): DomainError {
    this.log.warn(`refused to sign in from ${address}`);
    return new DomainError('identity.wrong-credentials', {}, 'unauthenticated');
  }
}
