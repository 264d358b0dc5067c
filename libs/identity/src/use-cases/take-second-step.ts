import { Injectable, Logger } from '@nestjs/common';
import { DomainError, fieldRefused } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { countedAddress } from '../domain/login-limits.js';
import { signedIn } from '../domain/signed-in.js';
import type { SignInStep } from '../domain/sign-in-step.js';
import { LoginAttempts } from '../store/login-attempts.js';
import { SecondFactors } from '../store/second-factors.js';
import { type OpenedSession, Sessions, type SignInFrom } from '../store/sessions.js';
import { SetUpSecondFactor } from './set-up-second-factor.js';

/** What the browser still has of a sign-in whose password was right: the id that waits, from its cookie. */
export interface WaitingSignIn extends SignInFrom {
  readonly waitingId: string | undefined;
}

/** The second step of signing in: the code of the second factor, or setting one up where that is obligatory. */
@Injectable()
export class TakeSecondStep {
  private readonly log = new Logger(TakeSecondStep.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: LoginAttempts,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly setUp: SetUpSecondFactor,
  ) {}

  /** Who must set up a factor before he goes on. Throws `identity.sign-in-over` (forbidden) where no sign-in waits for that, or for too long. */
  async enrolling({ waitingId }: WaitingSignIn): Promise<{ readonly userId: string; readonly login: string }> {
    return this.whose(waitingId, 'enrolment');
  }

  /**
   * Opens the session for the right code, under a new id. Throws `identity.code-wrong` (invalid) for a wrong or used one, and
   * `identity.too-many-attempts` over the limits.
   */
  async enterCode(waiting: WaitingSignIn, code: string): Promise<OpenedSession> {
    const { userId } = await this.whose(waiting.waitingId, 'code');
    await this.attempts.countEach({ code: userId, address: countedAddress(waiting.address) });
    return this.unitOfWork.run(async (tx) => {
      const kind = await this.factors.accept(tx, userId, code);
      if (!kind) {
        this.log.warn(`refused a code of the second factor from ${waiting.address}`);
        throw fieldRefused('identity.code-wrong', 'code');
      }
      await this.attempts.forgiveCode(tx, userId, waiting.address);
      const subject = { type: 'user', id: userId };
      if (kind === 'recovery') await tx.append({ type: 'identity.recovery-code-used', version: 1, subject, actorId: userId, payload: {} });
      return this.openIn(tx, userId, waiting);
    });
  }

  /** The first code of a new factor opens the session too. Throws as `SetUpSecondFactor.confirm`. */
  async enrol(
    waiting: WaitingSignIn,
    code: string,
  ): Promise<{ readonly session: OpenedSession; readonly recoveryCodes: readonly string[] }> {
    const { userId } = await this.whose(waiting.waitingId, 'enrolment');
    const recoveryCodes = await this.setUp.confirm(userId, code, { keptSessionId: waiting.waitingId ?? '', address: waiting.address });
    return { session: await this.unitOfWork.run((tx) => this.openIn(tx, userId, waiting)), recoveryCodes };
  }

  private async whose(waitingId: string | undefined, step: SignInStep): Promise<{ readonly userId: string; readonly login: string }> {
    const waiting = waitingId === undefined ? undefined : await this.sessions.step(waitingId);
    if (waiting?.step !== step) throw over();
    return waiting;
  }

  /** The waiting session ends with its id; of two requests with the same one, one gets a session. */
  private async openIn(tx: Tx, userId: string, { waitingId, address, userAgent }: WaitingSignIn): Promise<OpenedSession> {
    const ended = waitingId === undefined ? undefined : await this.sessions.end(tx, waitingId);
    if (ended?.userId !== userId) throw over();
    await tx.append(signedIn(userId));
    return this.sessions.openWhole(tx, userId, { address, userAgent }, ended.provider);
  }
}

const over = (): DomainError => new DomainError('identity.sign-in-over', {}, 'forbidden');
