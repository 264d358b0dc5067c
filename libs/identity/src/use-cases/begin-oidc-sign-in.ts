import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import { countedAddress } from '../domain/login-limits.js';
import { newOidcAttempt, ownPath } from '../domain/oidc-attempt.js';
import { OidcClient } from '../outside/oidc-client.js';
import { LoginAttempts } from '../store/login-attempts.js';
import { OidcAttempts } from '../store/oidc-attempts.js';

export interface BegunOidcSignIn {
  /** For the browser's cookie: answered once. */
  readonly secret: string;
  /** The provider's page. */
  readonly page: string;
}

/** Sends a browser to a provider, and remembers that it is expected back. */
@Injectable()
export class BeginOidcSignIn {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: LoginAttempts,
    private readonly attempts: OidcAttempts,
    private readonly client: OidcClient,
  ) {}

  /** `next` is the path of ours to go on to. Throws `identity.provider.not-found`, `identity.outside-unavailable`, `identity.too-many-attempts`. */
  async execute(code: string, { next, address }: { readonly next: string | null; readonly address: string }): Promise<BegunOidcSignIn> {
    const provider = this.client.provider(code);
    await this.limits.countEach({ outside: countedAddress(address) });
    const attempt = newOidcAttempt();
    const page = await this.client.pageFor(provider, attempt);
    await this.unitOfWork.run((tx) => this.attempts.keep(tx, attempt.secret, { provider: code, next: ownPath(next) }));
    return { secret: attempt.secret, page };
  }
}
