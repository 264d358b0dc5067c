import { chooseTargets, type TargetRule } from './choose-targets.js';

const rule = (more: Partial<TargetRule>): TargetRule => ({
  kind: 'response',
  ticketType: 'incident',
  priority: 3,
  serviceId: null,
  partyId: null,
  institutionId: null,
  calendarId: '8x5',
  calendarKey: 'lv',
  steps: [],
  seconds: 7200,
  policyVersionId: 'v1',
  rule: 'middle_of_three',
  pauseReasons: [],
  thresholds: [50, 100],
  ...more,
});
const facts = { ticketType: 'incident', institutionId: 'order', serviceId: 'mail', groupId: null, priority: 3 };
const seconds = (rules: TargetRule[]): number[] => chooseTargets(rules, facts).map((t) => t.seconds);

describe('the choice of a target', () => {
  it('gives one of each kind, the response first', () => {
    expect(chooseTargets([rule({ kind: 'resolution' }), rule({})], facts).map((t) => t.kind)).toEqual(['response', 'resolution']);
  });

  it('prefers the institution to the service, and either to the general one', () => {
    const general = rule({ seconds: 1 });
    const service = rule({ seconds: 2, serviceId: 'mail' });
    const institution = rule({ seconds: 3, institutionId: 'order' });
    const both = rule({ seconds: 4, institutionId: 'order', serviceId: 'mail' });
    expect(seconds([service, general])).toEqual([2]);
    expect(seconds([general, institution, service])).toEqual([3]);
    expect(seconds([both, institution, service])).toEqual([4]);
  });

  it('gives each group its own OLA, and the general one where it has none', () => {
    const general = rule({ kind: 'ola', seconds: 1 });
    const network = rule({ kind: 'ola', seconds: 2, partyId: 'network' });
    const ola = (groupId: string | null): number[] => chooseTargets([general, network], { ...facts, groupId }).map((t) => t.seconds);
    expect([ola('network'), ola('desk'), ola(null)]).toEqual([[2], [1], [1]]);
  });

  it('passes over what is for another type, priority, service or institution', () => {
    expect(
      seconds([rule({ ticketType: 'request' }), rule({ priority: 1 }), rule({ serviceId: 'phone' }), rule({ institutionId: 'civil' })]),
    ).toEqual([]);
  });
});
