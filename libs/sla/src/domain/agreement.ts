import { DomainError } from '#kernel';

/** With the customer (SLA), between groups of the Centre (OLA), with a supplier (underpinning contract). */
export const AGREEMENT_KINDS = ['sla', 'ola', 'uc'] as const;

export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** For which service and institution an agreement is; null where for all. */
export interface AgreementScope {
  readonly serviceId: string | null;
  readonly institutionId: string | null;
}

/** What an agreement says. Dates are `YYYY-MM-DD` in Riga; `validTo` is the first day on which it no longer holds, null while it has no end. */
export interface AgreementTerms extends AgreementScope {
  readonly kind: AgreementKind;
  /** Number of the order or contract. */
  readonly reference: string;
  /** Of an OLA the group that promises. */
  readonly groupId: string | null;
  /** Of an underpinning contract the supplier that promises. */
  readonly supplier: string | null;
  /** Of an SLA the policy that its tickets follow; null where the general one. */
  readonly policyId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly note: string | null;
}

/** An agreement as tickets meet it. */
export interface PolicyAgreement extends AgreementScope {
  readonly id: string;
  readonly policyId: string;
}

/** How specific an agreement is: an institution's own goes before a service's, and one for both before either. */
export function agreementWeight({ serviceId, institutionId }: AgreementScope): number {
  return (institutionId === null ? 0 : 2) + (serviceId === null ? 0 : 1);
}

/** Is the agreement for such a ticket? */
export function agreementIsFor(scope: AgreementScope, facts: AgreementScope): boolean {
  return (
    (scope.serviceId === null || scope.serviceId === facts.serviceId) &&
    (scope.institutionId === null || scope.institutionId === facts.institutionId)
  );
}

/** The agreement that decides a ticket's policy: the most specific of those that name one; undefined where the general policy holds. */
export function decidingAgreement<T extends PolicyAgreement>(agreements: readonly T[], facts: AgreementScope): T | undefined {
  return agreements.filter((agreement) => agreementIsFor(agreement, facts)).sort((a, b) => agreementWeight(b) - agreementWeight(a))[0];
}

const refused = (code: string, field: string): DomainError => new DomainError(code, {}, 'invalid', [{ pointer: `/${field}`, code }]);

/** Refuses terms that contradict themselves: each kind has its own party, and only an SLA names a policy. */
export function requireSoundTerms(terms: AgreementTerms): void {
  if (terms.kind === 'ola' && terms.groupId === null) throw refused('sla.agreement-needs-group', 'groupId');
  if (terms.kind !== 'ola' && terms.groupId !== null) throw refused('sla.agreement-group-not-allowed', 'groupId');
  if (terms.kind === 'uc' && terms.supplier === null) throw refused('sla.agreement-needs-supplier', 'supplier');
  if (terms.kind !== 'uc' && terms.supplier !== null) throw refused('sla.agreement-supplier-not-allowed', 'supplier');
  if (terms.kind !== 'sla' && terms.policyId !== null) throw refused('sla.agreement-policy-not-allowed', 'policyId');
  if (terms.validTo !== null && terms.validTo <= terms.validFrom) throw refused('sla.agreement-ends-before-start', 'validTo');
}

/** A new agreement begins today or later: what was promised yesterday is not made up today. */
export function requireNotBackdated({ validFrom }: AgreementTerms, today: string): void {
  if (validFrom < today) throw refused('sla.agreement-backdated', 'validFrom');
}

/** What may no longer change once an agreement has begun: it is ended, and another one is concluded. */
const FIXED = ['kind', 'serviceId', 'institutionId', 'groupId', 'supplier', 'validFrom'] as const satisfies (keyof AgreementTerms)[];

/** Refuses to touch what is over. An agreement that was ended before it began has an empty validity. */
function requireNotOver({ validFrom, validTo }: AgreementTerms, today: string): void {
  if (validTo !== null && (validTo <= today || validTo === validFrom)) throw new DomainError('sla.agreement-over', {}, 'conflict');
}

/** Refuses changes of what has begun, and of what has ended altogether. `today` is the date in Riga. */
export function requireChangeable(before: AgreementTerms, after: AgreementTerms, today: string): void {
  requireNotOver(before, today);
  if (before.validFrom > today) return requireNotBackdated(after, today);
  const fixed = FIXED.find((field) => before[field] !== after[field]);
  if (fixed !== undefined) throw refused('sla.agreement-begun', fixed);
  if (after.validTo !== null && after.validTo < today) throw refused('sla.agreement-end-in-past', 'validTo');
}

/**
 * The terms of an agreement that ends: `validTo` is the first day on which it no longer holds, today or later, and never later than it
 * would have ended anyway. One that has not begun by then never begins.
 */
export function endedTerms(before: AgreementTerms, validTo: string, today: string): AgreementTerms {
  requireNotOver(before, today);
  if (validTo < today) throw refused('sla.agreement-end-in-past', 'validTo');
  if (before.validTo !== null && validTo > before.validTo) throw refused('sla.agreement-end-later', 'validTo');
  const { kind, reference, serviceId, institutionId, groupId, supplier, policyId, validFrom, note } = before;
  const kept = { kind, reference, serviceId, institutionId, groupId, supplier, policyId, validFrom, note };
  return { ...kept, validTo: validTo < validFrom ? validFrom : validTo };
}
