import { Injectable } from '@nestjs/common';
import { Database } from '#platform';
import type { Actor } from '../domain/actor.js';
import { isStaff } from '../domain/role.js';
import { IdentitySettings } from '../store/identity-settings.js';
import { type FactorStatus, SecondFactors } from '../store/second-factors.js';

/** How a person's own second factor stands, and whether he must have one. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    private readonly database: Database,
    private readonly factors: SecondFactors,
    private readonly settings: IdentitySettings,
  ) {}

  async read(actor: Actor): Promise<FactorStatus & { readonly obligatory: boolean }> {
    const { secondFactorForStaff } = await this.settings.read(this.database);
    return { ...(await this.factors.status(this.database, actor.id)), obligatory: secondFactorForStaff && isStaff(actor.roles) };
  }
}
