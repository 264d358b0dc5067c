import fc from 'fast-check';
import { chooseTargets } from './choose-targets.js';
import { ambiguousPairs } from './policy-ambiguity.js';
import { isFor, narrowedIn, scopeKey, type WrittenTarget } from './policy-target.js';
import { target } from './test/targets.js';

const general = target();
const mail = target({ serviceId: 'mail' });
const order = target({ institutionId: 'order' });
const both = target({ serviceId: 'mail', institutionId: 'order' });

describe('the targets of a policy', () => {
  it('are in order from the general one to the narrowest', () => {
    expect(ambiguousPairs([general, mail, both])).toEqual([]);
    expect(ambiguousPairs([general, order])).toEqual([]);
  });

  it('leave it open where one is for a service and one for an institution, and none for both', () => {
    expect(ambiguousPairs([general, mail, order])).toEqual([[1, 2]]);
    expect(ambiguousPairs([general, mail, order, both])).toEqual([]);
  });

  it('do not meet where they are for different priorities, kinds, services or institutions', () => {
    expect(ambiguousPairs([mail, target({ institutionId: 'order', priority: 1 })])).toEqual([]);
    expect(ambiguousPairs([mail, target({ institutionId: 'order', kind: 'response' })])).toEqual([]);
    expect(ambiguousPairs([mail, target({ serviceId: 'phone' }), both])).toEqual([]);
  });

  it('are refused where two say the same twice', () => {
    expect(ambiguousPairs([general, order, target({ institutionId: 'order', seconds: 1 })])).toEqual([[1, 2]]);
  });

  it('need one for all three together where a group and a service meet at an institution', () => {
    const group = target({ kind: 'ola', partyId: 'network', institutionId: 'order' });
    const service = target({ kind: 'ola', serviceId: 'mail' });
    expect(ambiguousPairs([group, service])).toEqual([[0, 1]]);
    expect(
      ambiguousPairs([group, service, target({ kind: 'ola', partyId: 'network', institutionId: 'order', serviceId: 'mail' })]),
    ).toEqual([]);
  });

  const some = fc.constantFrom('a', 'b', null);
  const targets = fc.array(
    fc.record({ serviceId: some, institutionId: some, partyId: some }).map((scope) => target({ kind: 'ola', ...scope })),
    { maxLength: 8 },
  );
  const facts = fc.record({ serviceId: some, institutionId: fc.constantFrom('a', 'b'), groupId: some });

  it('that were not refused give every ticket the one that is narrowed in all that its others are', () => {
    fc.assert(
      fc.property(targets, facts, (all, about) => {
        fc.pre(ambiguousPairs(all).length === 0);
        const ticket = { ticketType: 'incident', priority: 3, ...about };
        const matching = all.filter((one) => isFor(one, ticket));
        const within = (a: WrittenTarget, b: WrittenTarget): boolean => narrowedIn(a).every((d) => narrowedIn(b).includes(d));
        const most = matching.filter((one) => matching.every((other) => within(other, one)));
        expect(most).toHaveLength(matching.length === 0 ? 0 : 1);
        const rules = all.map((one) => ({ ...one, calendarId: 'v1', policyVersionId: 'p', rule: 'replay' as const }));
        expect(chooseTargets(rules, ticket).map(scopeKey)).toEqual(most.map(scopeKey));
      }),
    );
  });
});
