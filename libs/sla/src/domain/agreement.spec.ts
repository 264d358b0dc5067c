import type { DomainError } from '#kernel';
import {
  type AgreementTerms,
  decidingAgreement,
  endedTerms,
  requireChangeable,
  requireNotBackdated,
  requireSoundTerms,
} from './agreement.js';

const TODAY = '2026-11-22';
const terms = (more: Partial<AgreementTerms> = {}): AgreementTerms => ({
  kind: 'sla',
  reference: 'SLA-1',
  serviceId: null,
  institutionId: 'order',
  groupId: null,
  supplier: null,
  policyId: null,
  validFrom: '2026-01-01',
  validTo: null,
  note: null,
  ...more,
});
const refusal = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    const { code, fields } = error as DomainError;
    return [code, ...fields.map(({ pointer }) => pointer)].join(' ');
  }
};

describe('an agreement', () => {
  it('names the party that its kind has, and no other', () => {
    const sound = (more: Partial<AgreementTerms>): string | undefined => refusal(() => requireSoundTerms(terms(more)));
    expect(sound({})).toBeUndefined();
    expect(sound({ kind: 'ola', groupId: 'network' })).toBeUndefined();
    expect(sound({ kind: 'ola' })).toBe('sla.agreement-needs-group /groupId');
    expect(sound({ groupId: 'network' })).toBe('sla.agreement-group-not-allowed /groupId');
    expect(sound({ kind: 'uc' })).toBe('sla.agreement-needs-supplier /supplier');
    expect(sound({ kind: 'ola', groupId: 'network', policyId: 'gold' })).toBe('sla.agreement-policy-not-allowed /policyId');
    expect(sound({ validTo: '2026-01-01' })).toBe('sla.agreement-ends-before-start /validTo');
  });

  it('begins today or later', () => {
    expect(refusal(() => requireNotBackdated(terms({ validFrom: TODAY }), TODAY))).toBeUndefined();
    expect(refusal(() => requireNotBackdated(terms({ validFrom: '2026-11-21' }), TODAY))).toBe('sla.agreement-backdated /validFrom');
  });

  it('keeps its scope, parties and beginning once it has begun, and may be prolonged or shortened', () => {
    const change = (more: Partial<AgreementTerms>): string | undefined => refusal(() => requireChangeable(terms(), terms(more), TODAY));
    expect(change({ reference: 'SLA-1a', policyId: 'gold', validTo: '2027-01-01', note: 'x' })).toBeUndefined();
    expect(change({ institutionId: 'civil' })).toBe('sla.agreement-begun /institutionId');
    expect(change({ validFrom: '2026-12-01' })).toBe('sla.agreement-begun /validFrom');
    expect(change({ validTo: '2026-11-21' })).toBe('sla.agreement-end-in-past /validTo');
  });

  it('may change altogether before it begins, but not into the past', () => {
    const before = terms({ validFrom: '2027-01-01' });
    expect(refusal(() => requireChangeable(before, terms({ institutionId: 'civil', validFrom: '2026-12-01' }), TODAY))).toBeUndefined();
    expect(refusal(() => requireChangeable(before, terms(), TODAY))).toBe('sla.agreement-backdated /validFrom');
  });

  it('does not change when it is over', () => {
    const over = terms({ validTo: TODAY });
    expect(refusal(() => requireChangeable(over, terms(), TODAY))).toBe('sla.agreement-over');
    expect(refusal(() => endedTerms(over, TODAY, TODAY))).toBe('sla.agreement-over');
  });

  it('ends today or later, never later than it would anyway, and before its beginning never begins', () => {
    expect(endedTerms(terms(), '2026-12-01', TODAY)).toMatchObject({ validTo: '2026-12-01', reference: 'SLA-1' });
    expect(refusal(() => endedTerms(terms(), '2026-11-21', TODAY))).toBe('sla.agreement-end-in-past /validTo');
    expect(refusal(() => endedTerms(terms({ validTo: '2026-12-01' }), '2026-12-02', TODAY))).toBe('sla.agreement-end-later /validTo');
    const coming = terms({ validFrom: '2027-01-01' });
    const never = endedTerms(coming, TODAY, TODAY);
    expect(never.validTo).toBe('2027-01-01');
    expect(refusal(() => endedTerms(never, TODAY, TODAY))).toBe('sla.agreement-over');
  });
});

describe('the agreement that decides a policy', () => {
  const agreement = (id: string, serviceId: string | null, institutionId: string | null) => ({
    id,
    serviceId,
    institutionId,
    policyId: id,
  });
  const all = [
    agreement('all', null, null),
    agreement('mail', 'mail', null),
    agreement('order', null, 'order'),
    agreement('both', 'mail', 'order'),
  ];
  const deciding = (serviceId: string | null, institutionId: string): string | undefined =>
    decidingAgreement(all, { serviceId, institutionId })?.id;

  it('is the most specific one: for both, then the institution, then the service, then for all', () => {
    expect(deciding('mail', 'order')).toBe('both');
    expect(deciding('phone', 'order')).toBe('order');
    expect(deciding(null, 'order')).toBe('order');
    expect(deciding('mail', 'civil')).toBe('mail');
    expect(deciding('phone', 'civil')).toBe('all');
    expect(decidingAgreement(all.slice(2), { serviceId: null, institutionId: 'civil' })).toBeUndefined();
  });

  it('is the institution’s own where a service’s would do as well', () => {
    expect(decidingAgreement(all.slice(1, 3), { serviceId: 'mail', institutionId: 'order' })?.id).toBe('order');
  });
});
