import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Settings, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { IdentitySettings, type SignInSettings } from '../store/identity-settings.js';

/** Decides whether staff must have a second factor. */
@Injectable()
export class ChangeSignInSettings {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly environment: Settings,
    private readonly settings: IdentitySettings,
  ) {}

  /** Throws `identity.secret-missing` (rule broken) where the installation has no secret: then nobody could set a factor up. */
  async execute(actor: Actor, after: SignInSettings): Promise<SignInSettings> {
    if (after.secondFactorForStaff && this.environment.secret === undefined) throw new DomainError('identity.secret-missing');
    return this.unitOfWork.run(async (tx) => {
      const before = await this.settings.read(tx);
      if (before.secondFactorForStaff === after.secondFactorForStaff) return before;
      await this.settings.write(tx, after, actor.id);
      const payload = { before: { ...before }, after: { ...after } };
      await tx.append({
        type: 'identity.settings-changed',
        version: 1,
        subject: { type: 'user', id: actor.id },
        actorId: actor.id,
        payload,
      });
      return after;
    });
  }
}
