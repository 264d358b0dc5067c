import { Injectable } from '@nestjs/common';
import { CatalogueFacts } from '#catalogue';
import { IdentityFacts } from '#identity';
import { DomainError } from '#kernel';
import type { Tx } from '#platform';
import type { AgreementTerms } from '../domain/agreement.js';
import { AgreementStore } from '../store/agreement-store.js';

/** Whether an agreement speaks of things that there are. */
@Injectable()
export class AgreementReferences {
  constructor(
    private readonly identity: IdentityFacts,
    private readonly catalogue: CatalogueFacts,
    private readonly store: AgreementStore,
  ) {}

  /** Throws 422 for the field that names nothing, or a policy that has not been published. */
  async require(tx: Tx, { serviceId, institutionId, groupId, policyId }: AgreementTerms): Promise<void> {
    if (serviceId !== null && !(await this.catalogue.names([serviceId], 'lv', tx)).has(serviceId)) throw unknown('service', 'serviceId');
    if (institutionId !== null && !(await this.identity.hasInstitution(institutionId, tx))) throw unknown('institution', 'institutionId');
    if (groupId !== null && !(await this.identity.groupNames([groupId], 'lv', tx)).has(groupId)) throw unknown('group', 'groupId');
    if (policyId !== null && !(await this.store.holds(tx, policyId))) throw refusal('sla.policy-not-in-force', 'policyId');
  }
}

function unknown(noun: 'service' | 'institution' | 'group', field: string): DomainError {
  return refusal(`sla.${noun}-unknown`, field);
}

function refusal(code: string, field: string): DomainError {
  return new DomainError(code, {}, 'invalid', [{ pointer: `/${field}`, code }]);
}
