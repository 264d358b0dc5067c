import { Injectable } from '@nestjs/common';
import { DomainError, fieldRefused, notFound } from '#kernel';
import { Database, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { Directories } from '../outside/directories.js';
import { Accounts } from '../store/accounts.js';
import { LoginAttempts } from '../store/login-attempts.js';
import { CheckCredentials } from './check-credentials.js';

/** Asks for the password once more, the one by which the person signs in, before something that only its owner may change. */
@Injectable()
export class ConfirmPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly attempts: LoginAttempts,
    private readonly accounts: Accounts,
    private readonly credentials: CheckCredentials,
    private readonly directories: Directories,
  ) {}

  /** Throws `identity.current-password-wrong` (invalid); guesses count towards the limits of signing in. */
  async execute(actor: Actor, password: string, address: string): Promise<void> {
    await this.attempts.count(actor.login, address);
    const account = await this.accounts.byId(this.database, actor.id);
    if (!account) throw notFound('identity.user');
    const proven = await this.credentials.execute(account.login, password);
    if (proven?.account.id !== actor.id) throw fieldRefused('identity.current-password-wrong', 'currentPassword');
    await this.unitOfWork.run((tx) => this.attempts.forgive(tx, actor.login, address));
  }

  /** Throws `identity.password-elsewhere` (rule broken) for somebody whose password is that of a directory. */
  async requireOwn({ id }: Actor): Promise<void> {
    const account = await this.accounts.byId(this.database, id);
    if (this.directories.ofSource(account?.source ?? null)) throw new DomainError('identity.password-elsewhere');
  }
}
