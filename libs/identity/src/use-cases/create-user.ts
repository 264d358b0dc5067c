import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import type { Locale } from '../domain/actor.js';
import { newLogin } from '../domain/login-name.js';
import { requireGoodPassword } from '../domain/password-rules.js';
import { Accounts } from '../store/accounts.js';
import { Organisation } from '../store/organisation.js';
import { Passwords } from '../store/passwords.js';

export interface CreateUserInput {
  /** Null for somebody who only appears on tickets. */
  readonly login: string | null;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly locale: Locale;
  readonly institutionId: string;
  /** Null: cannot sign in yet. */
  readonly password: string | null;
}

/** Adds a person. For the operator's commands. */
@Injectable()
export class CreateUser {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly organisation: Organisation,
    private readonly passwords: Passwords,
  ) {}

  /** Answers the person's id. Throws `identity.login-taken` (conflict) and what the rules of logins and passwords say. */
  async execute({ password, ...input }: CreateUserInput): Promise<string> {
    const login = input.login === null ? null : newLogin(input.login);
    if (password !== null) requireGoodPassword(password, login ?? '', '/password');
    const passwordHash = password === null ? null : await this.passwords.hash(password);
    return this.unitOfWork.run(async (tx) => {
      await this.organisation.requireInstitution(tx, input.institutionId);
      return this.accounts.add(tx, { ...input, login, passwordHash });
    });
  }
}
