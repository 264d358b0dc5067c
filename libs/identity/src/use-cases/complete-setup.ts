import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { newLogin } from '../domain/login-name.js';
import { requireGoodPassword } from '../domain/password-rules.js';
import { layReference } from '../seeds/lay-reference.js';
import { Accounts } from '../store/accounts.js';
import { Grants } from '../store/grants.js';
import { Organisation } from '../store/organisation.js';
import { Passwords } from '../store/passwords.js';
import { SetupLinks } from '../store/setup-links.js';

export interface CompleteSetupInput {
  readonly token: string;
  readonly login: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Creates the first administrator, once, for whoever holds the link that the start printed. */
@Injectable()
export class CompleteSetup {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: SetupLinks,
    private readonly accounts: Accounts,
    private readonly grants: Grants,
    private readonly organisation: Organisation,
    private readonly passwords: Passwords,
  ) {}

  /** Throws `identity.setup-link-invalid` (forbidden) where the link is unknown, used or out of date. */
  async execute(input: CompleteSetupInput): Promise<void> {
    const login = newLogin(input.login);
    requireGoodPassword(input.password, login, '/password');
    const passwordHash = await this.passwords.hash(input.password);
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.links.take(tx, input.token)) || (await this.grants.anyHolds(tx, 'administrator'))) {
        throw new DomainError('identity.setup-link-invalid', {}, 'forbidden');
      }
      const userId = await this.addAdministrator(tx, { ...input, login, passwordHash });
      await this.links.noteUser(tx, input.token, userId);
    });
  }

  private async addAdministrator(
    tx: Tx,
    { login, name, email, passwordHash }: CompleteSetupInput & { passwordHash: string },
  ): Promise<string> {
    await layReference(tx);
    const institutionId = await this.organisation.provider(tx);
    if (!institutionId) throw new Error('the reference data holds no provider');
    const userId = await this.accounts.add(tx, { login, name, email, phone: null, locale: 'lv', institutionId, passwordHash });
    const grant = { userId, role: 'administrator', scope: 'all', scopeId: null, validFrom: tx.now, validTo: null } as const;
    await this.grants.add(tx, grant, { grantedBy: null, approvedBy: null, withoutApprover: true });
    const subject = { type: 'user', id: userId };
    await tx.append({
      type: 'identity.role-granted',
      version: 1,
      subject,
      actorId: null,
      payload: { role: grant.role, scope: grant.scope, withoutApprover: true },
    });
    return userId;
  }
}
