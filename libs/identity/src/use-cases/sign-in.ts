import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#kernel';
import { UnitOfWork } from '#platform';
import { foldLogin } from '../domain/login-name.js';
import { signedIn } from '../domain/signed-in.js';
import { Accounts } from '../store/accounts.js';
import { LoginAttempts } from '../store/login-attempts.js';
import { type OpenedSession, Sessions, type SignInFrom } from '../store/sessions.js';
import { ApplyMappedRoles } from './apply-mapped-roles.js';
import { CheckCredentials } from './check-credentials.js';

export interface SignInInput extends SignInFrom {
  readonly login: string;
  readonly password: string;
  /** A session that the browser still had; it ends, and its id is never taken over. */
  readonly earlierSessionId: string | undefined;
}

/** Opens a session for somebody who knows login and password; it waits for the second step where one is asked of him. */
@Injectable()
export class SignIn {
  private readonly log = new Logger(SignIn.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: LoginAttempts,
    private readonly credentials: CheckCredentials,
    private readonly accounts: Accounts,
    private readonly roles: ApplyMappedRoles,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Answers the new session. Throws `identity.too-many-attempts` over the limits, and `identity.wrong-credentials`
   * alike, and after the same work, for a login that is unknown, has no password or has left, and for a wrong password.
   * `identity.directory-away` (503) where a directory that could tell does not answer.
   */
  async execute({ login: typed, password, address, userAgent, earlierSessionId }: SignInInput): Promise<OpenedSession> {
    const login = foldLogin(typed);
    await this.attempts.count(login, address);
    const proven = await this.credentials.execute(login, password);
    if (!proven) throw this.refusal(address);
    const { account, mapped } = proven;
    return this.unitOfWork.run(async (tx) => {
      // Locks in the order of ChangePassword: attempts, account, sessions.
      await this.attempts.forgive(tx, login, address);
      // A password that is changed at this moment ends all sessions: none may slip in behind it with the old one.
      if (!(await this.accounts.holdUnchanged(tx, account))) throw this.refusal(address);
      if (mapped) await this.roles.execute(tx, { userId: account.id, ...mapped });
      if (earlierSessionId) await this.sessions.end(tx, earlierSessionId);
      const session = await this.sessions.open(tx, account.id, { address, userAgent });
      if (session.awaits === null) await tx.append(signedIn(account.id));
      return session;
    });
  }

  private refusal(address: string): DomainError {
    this.log.warn(`refused to sign in from ${address}`);
    return new DomainError('identity.wrong-credentials', {}, 'unauthenticated');
  }
}
