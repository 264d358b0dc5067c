import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '#platform';
import type { Actor, Locale } from '../domain/actor.js';
import { Accounts } from '../store/accounts.js';

/** Changes the language in which the desk speaks and writes to a person. */
@Injectable()
export class ChangeLocale {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
  ) {}

  async execute(actor: Actor, locale: Locale): Promise<void> {
    await this.unitOfWork.run((tx) => this.accounts.setLocale(tx, actor.id, locale));
  }
}
