import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { requireVersion, UnitOfWork } from '#platform';
import { agreementEvent } from '../domain/agreement-events.js';
import { endedTerms } from '../domain/agreement.js';
import { AgreementStore } from '../store/agreement-store.js';

export interface Ending {
  /** The first day on which it no longer holds, `YYYY-MM-DD`. */
  readonly validTo: string;
  readonly reason: string;
}

/** Ends an agreement on a day; one that has not begun never begins. */
@Injectable()
export class EndAgreement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: AgreementStore,
  ) {}

  /** Throws `sla.agreement.not-found`, `sla.agreement-over`, `sla.agreement-end-in-past`, `sla.agreement-end-later`. */
  async execute(actor: Actor, id: string, { validTo, reason }: Ending, ifMatch?: string): Promise<void> {
    requireRight(actor, 'sla.draft');
    await this.unitOfWork.run(async (tx) => {
      const { version: known, ...before } = await this.store.lock(tx, id);
      requireVersion(ifMatch, known);
      const terms = endedTerms(before, validTo, await this.store.today(tx));
      const version = await this.store.change(tx, id, terms);
      await this.store.remember(tx, id, version, terms, { act: 'ended', reason, actorId: actor.id });
      await tx.append(agreementEvent('ended', id, version, terms, actor.id));
    });
  }
}
