import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { Accounts, type ProfileChange } from '../store/accounts.js';

/** Changes what one says of oneself: name, telephone, language, theme. */
@Injectable()
export class ChangeProfile {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
  ) {}

  /** A new name or telephone is noted for the audit, without them: they stand in the person's row, where they can be erased. */
  async execute(actor: Actor, change: ProfileChange): Promise<void> {
    const fields = (['name', 'phone'] as const).filter((field) => change[field] !== undefined);
    await this.unitOfWork.run(async (tx) => {
      await this.accounts.setProfile(tx, actor.id, change);
      if (fields.length === 0) return;
      const subject = { type: 'user', id: actor.id };
      await tx.append({ type: 'identity.profile-changed', version: 1, subject, actorId: actor.id, payload: { fields } });
    });
  }
}
