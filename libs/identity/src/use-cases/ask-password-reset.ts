import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import { countedAddress } from '../domain/login-limits.js';
import { foldLogin } from '../domain/login-name.js';
import { LoginAttempts } from '../store/login-attempts.js';
import { ResetLinks } from '../store/reset-links.js';

export interface AskPasswordResetInput {
  /** A login or a mail address, as it was typed. */
  readonly asked: string;
  readonly address: string;
}

/**
 * Takes the wish for a new password. Whether it belongs to an account is looked up by the worker alone, so neither the answer nor the
 * time that it takes tells anything.
 */
@Injectable()
export class AskPasswordReset {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: LoginAttempts,
    private readonly links: ResetLinks,
  ) {}

  /** Throws `identity.too-many-attempts` over the limits, for accounts that exist and those that do not alike. */
  async execute({ asked: typed, address }: AskPasswordResetInput): Promise<void> {
    const asked = foldLogin(typed);
    await this.attempts.countEach({ reset: asked, reset_address: countedAddress(address) });
    await this.unitOfWork.run(async (tx) => {
      const id = await this.links.ask(tx, asked);
      const subject = { type: 'reset_request', id };
      await tx.append({ type: 'identity.password-reset-asked', version: 1, subject, actorId: null, payload: {} });
    });
  }
}
