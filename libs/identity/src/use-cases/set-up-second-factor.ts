import { Injectable } from '@nestjs/common';
import { fieldRefused } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { countedAddress } from '../domain/login-limits.js';
import { enrolmentOf, newFactorSecret } from '../domain/second-factor.js';
import { LoginAttempts } from '../store/login-attempts.js';
import { SecondFactors } from '../store/second-factors.js';
import { Sessions } from '../store/sessions.js';

export interface Enrolment {
  /** Base32, for typing. */
  readonly secret: string;
  /** `otpauth://totp/...`, for the picture. */
  readonly uri: string;
}

export interface ConfirmFrom {
  readonly keptSessionId: string;
  readonly address: string;
}

/** Sets up a person's second factor: a secret is shown, and a code of it proves that the authenticator has it. */
@Injectable()
export class SetUpSecondFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: LoginAttempts,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
  ) {}

  /** Makes a new secret; one that was begun before is dropped. Throws `identity.second-factor-on` (conflict) where one is in force. */
  async begin(userId: string, login: string): Promise<Enrolment> {
    const secret = newFactorSecret();
    await this.unitOfWork.run((tx) => this.factors.begin(tx, userId, secret));
    return enrolmentOf(secret, login);
  }

  /**
   * Puts the factor in force by its first code, and ends the person's sessions but for the one that he keeps. Answers the recovery codes, once.
   * Throws `identity.code-wrong` (invalid).
   */
  async confirm(userId: string, code: string, from: ConfirmFrom): Promise<string[]> {
    await this.attempts.countEach({ code: userId, address: countedAddress(from.address) });
    return this.unitOfWork.run((tx) => this.confirmIn(tx, userId, code, from));
  }

  private async confirmIn(tx: Tx, userId: string, code: string, { keptSessionId, address }: ConfirmFrom): Promise<string[]> {
    if (!(await this.factors.confirm(tx, userId, code))) throw fieldRefused('identity.code-wrong', 'code');
    await this.attempts.forgiveCode(tx, userId, address);
    const endedSessions = await this.sessions.endAll(tx, userId, keptSessionId);
    const subject = { type: 'user', id: userId };
    await tx.append({ type: 'identity.second-factor-set-up', version: 1, subject, actorId: userId, payload: { endedSessions } });
    return this.factors.renewRecoveryCodes(tx, userId);
  }
}
