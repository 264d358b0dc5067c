import type { Instant } from '#kernel';
import type { HoldReason, ImportedCase, Step } from './imported-case.js';

/** One step of a clock; what a target is, the policy says. */
export interface ClockStep {
  readonly type: 'started' | 'paused' | 'resumed' | 'stopped' | 'reopened' | 'retargeted';
  readonly at: Instant;
  readonly reason: string | null;
  /** Of `started` and `retargeted`. */
  readonly priority: number;
}

/** A clock's life; response clocks have one cycle for each opening. */
export interface ClockStory {
  readonly kind: 'response' | 'resolution';
  readonly cycle: number;
  readonly steps: readonly ClockStep[];
}

/** Waits that stop the resolution clock (DOMAIN 4.3(3)). */
const PAUSING: ReadonlySet<HoldReason> = new Set<HoldReason>(['awaiting_requester']);

const isPaused = (step: Pick<Step, 'hold'> | undefined): boolean => step?.hold != null && PAUSING.has(step.hold);

/** The clocks that the steps of a case give (DOMAIN 4.3): one for the resolution, one response clock for each opening. */
export function clockStories({ steps }: Pick<ImportedCase, 'steps'>): ClockStory[] {
  const stories: ClockStory[] = [{ kind: 'resolution', cycle: 1, steps: resolutionSteps(steps) }];
  let open: ClockStep[] | undefined;
  let cycle = 0;
  for (const step of steps) {
    const { at, weight } = step;
    if (step.event === 'submit' || (step.event === 'reopen' && !open)) {
      open = [{ type: 'started', at, reason: step.event === 'reopen' ? 'reopened' : null, priority: weight.priority }];
      cycle += 1;
      stories.push({ kind: 'response', cycle, steps: open });
    } else if (step.event === 'accept' && open) {
      open.push({ type: 'stopped', at, reason: 'accepted', priority: weight.priority });
      open = undefined;
    } else if (open && changesPriority(step)) {
      open.push({ type: 'retargeted', at, reason: 'new_information', priority: weight.priority });
    }
  }
  return stories;
}

function changesPriority({ event, weight, fromWeight }: Step): boolean {
  return event === 'priority' && weight.priority !== fromWeight.priority;
}

function resolutionSteps(steps: readonly Step[]): ClockStep[] {
  const told: ClockStep[] = [];
  steps.forEach((step, at) => {
    const before = steps[at - 1];
    const add = (type: ClockStep['type'], reason: string | null): void => {
      told.push({ type, at: step.at, reason, priority: step.weight.priority });
    };
    if (step.event === 'submit') add('started', null);
    if (isPaused(before) && !isPaused(step) && step.event !== 'resolve') add('resumed', step.event);
    if (isPaused(step) && !isPaused(before)) add('paused', step.hold);
    if (step.event === 'resolve') add('stopped', 'resolved');
    if (step.event === 'reopen') add('reopened', 'reopened');
    // After the resolution a priority is a fact of the record; the clock has stopped.
    if (changesPriority(step) && step.to !== 'resolved' && step.to !== 'closed') add('retargeted', 'new_information');
  });
  return told;
}
