import { describe, expect, it } from '@jest/globals';
import { sectionsOf, shared, targetAt } from './sections';
import type { Target } from './types';

const mail = { id: 'mail', name: 'E-pasts' };
const order = { id: 'order', name: 'Dienests' };
const network = { id: 'network', name: 'Tīkls' };
const target = (more: Partial<Target>): Target => ({
  ticketType: 'incident',
  kind: 'resolution',
  priority: 3,
  service: null,
  institution: null,
  party: null,
  seconds: 57_600,
  calendar: { id: 'c', code: 'lv-8x5', name: 'Darba laiks' },
  pauseReasons: [],
  thresholds: [50, 100],
  steps: [],
  ...more,
});

describe('the sections of a policy', () => {
  it('begin with the general promise, then come the narrower ones, then OLAs and suppliers', () => {
    const targets = [
      target({ kind: 'supplier' }),
      target({ kind: 'ola', party: network }),
      target({ institution: order }),
      target({ service: mail }),
      target({ kind: 'response' }),
      target({}),
    ];
    expect(
      sectionsOf(targets).map(({ about, service, institution, party, targets: own }) => [
        about,
        service?.id,
        institution?.id,
        party?.id,
        own.length,
      ]),
    ).toEqual([
      ['promise', undefined, undefined, undefined, 2],
      ['promise', 'mail', undefined, undefined, 1],
      ['promise', undefined, 'order', undefined, 1],
      ['ola', undefined, undefined, 'network', 1],
      ['supplier', undefined, undefined, undefined, 1],
    ]);
  });

  it('show one that was just added and has no target yet', () => {
    expect(sectionsOf([target({})], [{ about: 'promise', service: mail, institution: null, party: null }])).toHaveLength(2);
  });

  it('find a target, and what all have in common', () => {
    const targets = [target({ priority: 1 }), target({ priority: 2, thresholds: [100] })];
    expect(targetAt(targets, 'resolution', 2)).toBe(targets[1]);
    expect(shared(targets, ({ calendar }) => calendar.name)).toBe('Darba laiks');
    expect(shared(targets, ({ thresholds }) => thresholds.join())).toBeNull();
  });
});
