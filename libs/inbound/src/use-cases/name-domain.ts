import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts, stableId } from '#identity';
import { fieldRefused, notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { foldAddress } from '../domain/parsed-mail.js';
import { KnownDomains } from '../store/known-domains.js';

/** An administrator says whose people write from a domain. Only such senders, and only proved ones, get onto the register by writing. */
@Injectable()
export class NameDomain {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly domains: KnownDomains,
    private readonly identity: IdentityFacts,
  ) {}

  /** Throws `inbound.domain-invalid`, `inbound.institution-unknown`. */
  async set(actor: Actor, text: string, institutionId: string): Promise<void> {
    const domain = text.trim().toLowerCase();
    if (foldAddress(`x@${domain}`) === undefined || !domain.includes('.')) throw fieldRefused('inbound.domain-invalid', 'domain');
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.identity.hasInstitution(institutionId, tx))) throw fieldRefused('inbound.institution-unknown', 'institutionId');
      await this.domains.set(tx, { domain, institutionId }, actor.id);
      await tx.append(named(actor, domain, { institutionId }));
    });
  }

  /** Throws `inbound.domain.not-found`. */
  async remove(actor: Actor, text: string): Promise<void> {
    const domain = text.trim().toLowerCase();
    await this.unitOfWork.run(async (tx) => {
      if (!(await this.domains.remove(tx, domain))) throw notFound('inbound.domain');
      await tx.append(named(actor, domain, { institutionId: null }));
    });
  }
}

const named = (actor: Actor, domain: string, payload: Readonly<Record<string, string | null>>) => ({
  type: 'inbound.domain-named',
  version: 1,
  subject: { type: 'mail-domain', id: stableId('mail-domain', domain) },
  actorId: actor.id,
  payload: { domain, ...payload },
});
