import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, requireRight } from '#identity';
import { UnitOfWork } from '#platform';
import { agreementEvent } from '../domain/agreement-events.js';
import { type AgreementTerms, requireNotBackdated, requireSoundTerms } from '../domain/agreement.js';
import { AgreementStore } from '../store/agreement-store.js';
import { AgreementReferences } from './agreement-references.js';

/** Records an agreement with a customer, a group or a supplier. */
@Injectable()
export class ConcludeAgreement {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: AgreementStore,
    private readonly references: AgreementReferences,
  ) {}

  /** Answers its id. Throws what is wrong with a field, and `sla.agreement-overlaps`. */
  async execute(actor: Actor, terms: AgreementTerms): Promise<string> {
    requireRight(actor, 'sla.draft');
    requireSoundTerms(terms);
    return this.unitOfWork.run(async (tx) => {
      requireNotBackdated(terms, await this.store.today(tx));
      await this.references.require(tx, terms);
      const id = randomUUID();
      await this.store.add(tx, id, terms);
      await this.store.remember(tx, id, 1, terms, { act: 'concluded', reason: null, actorId: actor.id });
      await tx.append(agreementEvent('concluded', id, 1, terms, actor.id));
      return id;
    });
  }
}
