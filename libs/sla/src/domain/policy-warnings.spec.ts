import { gapsOf, policyWarnings } from './policy-warnings.js';
import { target, wholePolicy } from './test/targets.js';

const HOUR = 3600;
const ola = (partyId: string | null, hours: number, more: object = {}) => target({ kind: 'ola', partyId, seconds: hours * HOUR, ...more });
const told = (...more: ReturnType<typeof target>[]) =>
  policyWarnings([...wholePolicy(), ...more]).map(({ code, priority, serviceId, institutionId, seconds, promisedSeconds }) => [
    code,
    priority,
    serviceId ?? institutionId,
    (seconds ?? 0) / HOUR,
    (promisedSeconds ?? 0) / HOUR,
  ]);

describe('a policy', () => {
  it('says nothing where every priority has its response and resolution', () => {
    expect(told()).toEqual([]);
  });

  it('names what it lacks: such tickets would have no clock', () => {
    const without = wholePolicy().filter(({ kind, priority }) => !(kind === 'response' && priority === 4));
    expect(gapsOf(without)).toMatchObject([{ code: 'no-target', kind: 'response', priority: 4 }]);
    expect(gapsOf([...without, target({ kind: 'response', priority: 4, serviceId: 'mail' })])).toHaveLength(1);
  });

  it('warns where the OLAs of all groups together do not fit into the promise to the customer', () => {
    expect(told(ola('desk', 6), ola('network', 10))).toEqual([]);
    expect(told(ola('desk', 6), ola('network', 11))).toEqual([['ola-over-sla', 3, null, 17, 16]]);
    expect(told(ola(null, 17))).toEqual([['ola-over-sla', 3, null, 17, 16]]);
  });

  it('takes the OLA that a service has of its own, and the promise that it has', () => {
    const faster = target({ serviceId: 'mail', seconds: 8 * HOUR });
    expect(told(ola('desk', 6), ola('network', 9), faster)).toEqual([['ola-over-sla', 3, 'mail', 15, 8]]);
    expect(told(ola('desk', 6), ola('network', 9), faster, ola('network', 2, { serviceId: 'mail' }))).toEqual([]);
  });

  it('finds the service of one target at the institution of another', () => {
    const strict = target({ institutionId: 'order', seconds: 8 * HOUR });
    const slow = ola('desk', 12, { serviceId: 'mail' });
    expect(policyWarnings([...wholePolicy(), strict, slow])).toMatchObject([
      { code: 'ola-over-sla', serviceId: 'mail', institutionId: 'order', seconds: 12 * HOUR, promisedSeconds: 8 * HOUR },
    ]);
  });

  it('warns where the supplier may take longer than the customer was promised', () => {
    const supplier = (hours: number) => target({ kind: 'supplier', seconds: hours * HOUR });
    expect(told(supplier(16))).toEqual([]);
    expect(told(supplier(17))).toEqual([['uc-over-sla', 3, null, 17, 16]]);
  });

  it('says so where calendars differ, for then the sums say nothing', () => {
    expect(told(ola('desk', 1, { calendarKey: '24x7' }))).toEqual([['other-calendar', 3, null, 1, 16]]);
  });
});
