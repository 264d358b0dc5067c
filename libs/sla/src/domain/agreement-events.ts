import type { DomainEvent } from '#kernel';
import type { AgreementTerms } from './agreement.js';

/** What happened to an agreement, with the terms that hold from then on. */
export function agreementEvent(
  act: 'concluded' | 'changed' | 'ended',
  agreementId: string,
  version: number,
  terms: AgreementTerms,
  actorId: string,
): DomainEvent {
  const { kind, serviceId, institutionId, groupId, policyId, validFrom, validTo } = terms;
  return {
    type: `sla.agreement-${act}`,
    version: 1,
    subject: { type: 'agreement', id: agreementId },
    actorId,
    payload: { agreementId, version, kind, serviceId, institutionId, groupId, policyId, validFrom, validTo },
  };
}
