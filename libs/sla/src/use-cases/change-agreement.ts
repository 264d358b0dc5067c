import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { requireVersion, UnitOfWork } from '#platform';
import { agreementEvent } from '../domain/agreement-events.js';
import { type AgreementTerms, requireChangeable, requireSoundTerms } from '../domain/agreement.js';
import { AgreementStore } from '../store/agreement-store.js';
import { AgreementReferences } from './agreement-references.js';

/** Changes an agreement; what it said before stays in its history, and tickets that are open keep what they were promised. */
@Injectable()
export class ChangeAgreement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: AgreementStore,
    private readonly references: AgreementReferences,
  ) {}

  /** Throws `sla.agreement.not-found`, `platform.version-mismatch`, `sla.agreement-over`, `sla.agreement-begun`, `sla.agreement-overlaps`. */
  async execute(actor: Actor, id: string, terms: AgreementTerms, ifMatch?: string): Promise<void> {
    requireRight(actor, 'sla.draft');
    requireSoundTerms(terms);
    await this.unitOfWork.run(async (tx) => {
      const before = await this.store.lock(tx, id);
      requireVersion(ifMatch, before.version);
      requireChangeable(before, terms, await this.store.today(tx));
      await this.references.require(tx, terms);
      const version = await this.store.change(tx, id, terms);
      await this.store.remember(tx, id, version, terms, { act: 'changed', reason: null, actorId: actor.id });
      await tx.append(agreementEvent('changed', id, version, terms, actor.id));
    });
  }
}
