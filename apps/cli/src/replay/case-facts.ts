import type { SlaVerdict } from './compare-sla.js';
import type { ImportedCase, LeftAside, StepEvent } from './imported-case.js';

/** What the report says of a case; kept with it, so that the report counts what earlier runs took in too. */
export type CaseFacts = {
  readonly priority: number;
  readonly reopens: number;
  readonly hops: number;
  readonly beganResolved: boolean;
  readonly inserted: { readonly [event in StepEvent]?: number };
  readonly leftAside: { readonly [what in keyof LeftAside]: number };
  readonly ours: boolean;
  readonly log: boolean;
  readonly cause: string | null;
};

export function factsOf({ final, steps, leftAside }: ImportedCase, { ours, log, cause }: SlaVerdict): CaseFacts {
  const inserted: { [event in StepEvent]?: number } = {};
  for (const step of steps) if (step.inserted) inserted[step.event] = (inserted[step.event] ?? 0) + 1;
  const beganResolved = steps[0]?.logState === 'Resolved';
  return {
    priority: final.weight.priority,
    reopens: final.reopens,
    hops: final.hops,
    beganResolved,
    inserted,
    leftAside: { ...leftAside },
    ours,
    log,
    cause,
  };
}
