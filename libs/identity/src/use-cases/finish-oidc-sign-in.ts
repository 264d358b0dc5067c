import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '#kernel';
import { UnitOfWork } from '#platform';
import { countedAddress } from '../domain/login-limits.js';
import { oidcAttemptOf } from '../domain/oidc-attempt.js';
import { signedIn } from '../domain/signed-in.js';
import { OidcClient } from '../outside/oidc-client.js';
import { LoginAttempts } from '../store/login-attempts.js';
import { OidcAttempts } from '../store/oidc-attempts.js';
import { type OpenedSession, Sessions, type SignInFrom } from '../store/sessions.js';
import { RecogniseOidcPerson } from './recognise-oidc-person.js';

export interface OidcAnswer extends SignInFrom {
  readonly provider: string;
  /** The query with which the browser came back, `?` included. */
  readonly query: string;
  /** What its cookie says of the attempt. */
  readonly secret: string | undefined;
  /** A session that the browser still had; it ends, and its id is never taken over. */
  readonly earlierSessionId: string | undefined;
}

/** Opens a session for whom a provider has sent back, where this browser was sent there by us. */
@Injectable()
export class FinishOidcSignIn {
  private readonly log = new Logger(FinishOidcSignIn.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: LoginAttempts,
    private readonly attempts: OidcAttempts,
    private readonly client: OidcClient,
    private readonly recognise: RecogniseOidcPerson,
    private readonly sessions: Sessions,
  ) {}

  /**
   * Answers the new session and where to go on. Throws `identity.outside-over` where no attempt of this browser is open, what `OidcClient`
   * and `RecogniseOidcPerson` refuse, and `identity.too-many-attempts`. An attempt is over with its first answer, whatever that was.
   */
  async execute(answer: OidcAnswer): Promise<{ readonly session: OpenedSession; readonly next: string | null }> {
    const provider = this.client.provider(answer.provider);
    await this.limits.countEach({ address: countedAddress(answer.address) });
    const { secret } = answer;
    const kept = secret === undefined ? undefined : await this.unitOfWork.run((tx) => this.attempts.take(tx, secret, provider.code));
    if (secret === undefined || !kept) throw new DomainError('identity.outside-over', {}, 'forbidden');
    const person = await this.client.personOf(provider, answer.query, oidcAttemptOf(secret));
    const { address, userAgent, earlierSessionId } = answer;
    const session = await this.unitOfWork.run(async (tx) => {
      // Locks in the order of SignIn: attempts, account, sessions.
      await this.limits.forgiveAddress(tx, address);
      const userId = await this.recognise.execute(tx, provider, person);
      if (earlierSessionId) await this.sessions.end(tx, earlierSessionId);
      const from = { address, userAgent };
      const opened = person.provedTwice
        ? await this.sessions.openWhole(tx, userId, from, provider.code)
        : await this.sessions.open(tx, userId, from, provider.code);
      if (opened.awaits === null) await tx.append(signedIn(userId));
      return opened;
    });
    this.log.log(`signed in by provider ${provider.code} from ${address}`);
    return { session, next: kept.next };
  }
}
