import type { DomainError } from '#kernel';
import { DEFAULT_STEPS } from './escalation-step.js';
import { requireSoundTargets } from './policy-draft.js';
import type { WrittenTarget } from './policy-target.js';
import { target } from './test/targets.js';

function faults(...targets: WrittenTarget[]): string[] {
  try {
    requireSoundTargets(targets, ['awaiting_requester', 'agreed_date', 'awaiting_spare_part']);
    return [];
  } catch (error) {
    return (error as DomainError).fields.map(({ pointer, code }) => `${pointer} ${code}`);
  }
}

describe('a draft', () => {
  it('takes the default steps of DOMAIN 4.5 and the pauses of DOMAIN 4.3(3)', () => {
    expect(faults(target({ pauseReasons: ['awaiting_requester', 'agreed_date'], steps: DEFAULT_STEPS }))).toEqual([]);
  });

  it('takes a hold reason of the administrator’s own', () => {
    expect(faults(target({ pauseReasons: ['awaiting_spare_part'] }))).toEqual([]);
    expect(faults(target({ pauseReasons: ['awaiting_luck'] }))).toEqual(['/targets/0/pauseReasons sla.pause-reason-unknown']);
  });

  it('names each field that says what cannot be kept', () => {
    expect(
      faults(
        target(),
        target({ kind: 'response', pauseReasons: ['awaiting_requester'] }),
        target({ pauseReasons: ['awaiting_vendor'] }),
        target({ partyId: 'network' }),
        target({ thresholds: [50, 90] }),
        target({ thresholds: [50, 50, 100] }),
      ),
    ).toEqual([
      '/targets/1/pauseReasons sla.pause-not-allowed',
      '/targets/2/pauseReasons sla.pause-reason-unknown',
      '/targets/3/partyId sla.party-not-allowed',
      '/targets/4/thresholds sla.thresholds-need-100',
      '/targets/5/thresholds sla.thresholds-need-100',
    ]);
  });

  it('puts steps at thresholds only, each once, and names whom where the action does not', () => {
    const step = (pct: number, action: 'notify_lead' | 'notify_role' | 'reassign', to: string | null) => ({ pct, action, to });
    expect(faults(target({ steps: [step(60, 'notify_lead', null)] }))).toEqual(['/targets/0/steps/0/pct sla.step-without-threshold']);
    expect(faults(target({ steps: [step(50, 'notify_lead', 'x'), step(50, 'reassign', null)] }))).toEqual([
      '/targets/0/steps/0/to sla.step-needs-whom',
      '/targets/0/steps/1/to sla.step-needs-whom',
    ]);
    expect(faults(target({ steps: [step(50, 'notify_lead', null), step(50, 'notify_lead', null)] }))).toEqual([
      '/targets/0/steps sla.step-twice',
    ]);
  });
});
