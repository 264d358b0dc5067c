import { comparePolicies, isEmpty } from './policy-comparison.js';
import { target } from './test/targets.js';

const policy = (...targets: ReturnType<typeof target>[]) => ({ midFlightRule: 'middle_of_three' as const, targets });

describe('the comparison of a draft with what is in force', () => {
  const general = target();
  const mail = target({ serviceId: 'mail' });

  it('names what is added, removed and changed, with the terms that differ', () => {
    const faster = { ...general, seconds: 43_200, pauseReasons: ['agreed_date'] };
    const phone = target({ serviceId: 'phone' });
    expect(comparePolicies(policy(general, mail), policy(faster, phone))).toEqual({
      added: [phone],
      removed: [mail],
      changed: [{ before: general, after: faster, terms: ['seconds', 'pauseReasons'] }],
      unchanged: 0,
      midFlightRule: null,
    });
  });

  it('finds nothing where only the order of targets, reasons and steps differs', () => {
    const step = (pct: number) => ({ pct, action: 'notify_lead' as const, to: null });
    const one = { ...mail, pauseReasons: ['a', 'b'], steps: [step(50), step(75)] };
    const other = { ...mail, pauseReasons: ['b', 'a'], steps: [step(75), step(50)] };
    const found = comparePolicies(policy(general, one), policy(other, general));
    expect(isEmpty(found)).toBe(true);
    expect(found.unchanged).toBe(2);
  });

  it('names another rule for changes of running clocks', () => {
    const found = comparePolicies(policy(general), { midFlightRule: 'replay', targets: [general] });
    expect(found.midFlightRule).toEqual({ before: 'middle_of_three', after: 'replay' });
    expect(isEmpty(found)).toBe(false);
  });

  it('takes everything as added where nothing is in force', () => {
    expect(comparePolicies(null, policy(general))).toMatchObject({ added: [general], removed: [], midFlightRule: null });
  });
});
