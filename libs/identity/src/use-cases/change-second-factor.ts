import { Injectable } from '@nestjs/common';
import { DomainError, fieldRefused } from '#kernel';
import { Database, type Tx, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { countedAddress } from '../domain/login-limits.js';
import { LoginAttempts } from '../store/login-attempts.js';
import { SecondFactors } from '../store/second-factors.js';
import { ConfirmPassword } from './confirm-password.js';

export interface StepUp {
  readonly currentPassword: string;
  /** Of the authenticator, or a recovery code. */
  readonly code: string;
  readonly address: string;
}

/** Switching one's second factor off, and new recovery codes: only for whoever shows password and code once more. */
@Injectable()
export class ChangeSecondFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly confirmPassword: ConfirmPassword,
    private readonly attempts: LoginAttempts,
    private readonly factors: SecondFactors,
  ) {}

  /**
   * Throws `identity.current-password-wrong` and `identity.code-wrong` (invalid), and `identity.second-factor-off` (conflict) where there
   * is none.
   */
  async remove(actor: Actor, stepUp: StepUp): Promise<void> {
    await this.steppedUp(actor, stepUp, async (tx) => {
      await this.factors.remove(tx, actor.id);
      await this.note(tx, actor, 'identity.second-factor-removed');
    });
  }

  /** New recovery codes; the earlier ones stop working. Throws as `remove`. */
  async renewRecoveryCodes(actor: Actor, stepUp: StepUp): Promise<string[]> {
    return this.steppedUp(actor, stepUp, async (tx) => {
      await this.note(tx, actor, 'identity.recovery-codes-renewed');
      return this.factors.renewRecoveryCodes(tx, actor.id);
    });
  }

  private async steppedUp<T>(actor: Actor, { currentPassword, code, address }: StepUp, act: (tx: Tx) => Promise<T>): Promise<T> {
    if ((await this.factors.status(this.database, actor.id)).since === null)
      throw new DomainError('identity.second-factor-off', {}, 'conflict');
    await this.confirmPassword.execute(actor, currentPassword, address);
    await this.attempts.countEach({ code: actor.id, address: countedAddress(address) });
    return this.unitOfWork.run(async (tx) => {
      if (!(await this.factors.accept(tx, actor.id, code))) throw fieldRefused('identity.code-wrong', 'code');
      await this.attempts.forgiveCode(tx, actor.id, address);
      return act(tx);
    });
  }

  private async note(tx: Tx, actor: Actor, type: string): Promise<void> {
    await tx.append({ type, version: 1, subject: { type: 'user', id: actor.id }, actorId: actor.id, payload: {} });
  }
}
