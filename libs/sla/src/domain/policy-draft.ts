import { DomainError, type FieldError } from '#kernel';
import { ESCALATION_ACTIONS } from './escalation-step.js';
import type { MidFlightRule } from './ledger-entry.js';
import type { TargetKind, WrittenTarget } from './policy-target.js';

/** What somebody wants a policy to say. */
export interface PolicyDraft {
  readonly midFlightRule: MidFlightRule;
  /** Why, or by which order; null where nothing was noted. */
  readonly note: string | null;
  readonly targets: readonly WrittenTarget[];
}

/** DOMAIN 4.3(3): only these kinds of clocks stand still, and not for whatever waits: vendors, changes and colleagues keep us, not the customer. */
const PAUSED_KINDS: readonly TargetKind[] = ['resolution', 'ola'];

/**
 * Refuses (422, each field named) targets that say what cannot be kept. `pausing` are the hold reasons for which a clock may stand still;
 * other references are checked by who can look them up.
 */
export function requireSoundTargets(targets: readonly WrittenTarget[], pausing: readonly string[]): void {
  const fields = targets.flatMap((target, at) =>
    faultsOf(target, pausing).map(({ field, code }) => ({ pointer: `/targets/${at}/${field}`, code })),
  );
  if (fields.length > 0) throw refusedFields(fields);
}

/** The refusal of a draft for some of its fields. */
export function refusedFields(fields: readonly FieldError[]): DomainError {
  return new DomainError('sla.draft-refused', { count: fields.length }, 'invalid', fields);
}

interface Fault {
  readonly field: string;
  readonly code: string;
}

function faultsOf({ kind, partyId, pauseReasons, thresholds, steps }: WrittenTarget, pausing: readonly string[]): Fault[] {
  const faults: Fault[] = [];
  const fault = (wrong: boolean, field: string, code: string): unknown => wrong && faults.push({ field, code });
  fault(partyId !== null && kind !== 'ola', 'partyId', 'sla.party-not-allowed');
  fault(pauseReasons.length > 0 && !PAUSED_KINDS.includes(kind), 'pauseReasons', 'sla.pause-not-allowed');
  fault(
    pauseReasons.some((reason) => !pausing.includes(reason)),
    'pauseReasons',
    'sla.pause-reason-unknown',
  );
  fault(new Set(thresholds).size < thresholds.length || !thresholds.includes(100), 'thresholds', 'sla.thresholds-need-100');
  steps.forEach(({ pct, action, to }, at) => {
    fault(!thresholds.includes(pct), `steps/${at}/pct`, 'sla.step-without-threshold');
    fault((to === null) !== (ESCALATION_ACTIONS[action] === null), `steps/${at}/to`, 'sla.step-needs-whom');
  });
  const said = steps.map(({ pct, action, to }) => `${pct} ${action} ${to ?? ''}`);
  fault(new Set(said).size < said.length, 'steps', 'sla.step-twice');
  return faults;
}
