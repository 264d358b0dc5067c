import type { WorkingCalendar } from '#calendars';
import { type Instant, type Interval, MICROS_PER_SECOND } from '#kernel';
import type { ImportedCase } from './imported-case.js';

/** Why our outcome and the log's `made_sla` differ: the first change of the rules, made alone, that gives the log's outcome. */
export const CAUSES = ['holds', 'other-waits', 'reopening', 'priority-change', 'closing', 'calendar', 'target'] as const;

export type Cause = (typeof CAUSES)[number];

/** The target that the policy gives to a priority. */
export interface TimedTarget {
  readonly seconds: number;
  readonly calendar: WorkingCalendar;
}

export interface SlaVerdict {
  readonly priority: number;
  readonly ours: boolean;
  readonly log: boolean;
  /** Null where both agree. */
  readonly cause: Cause | null;
}

export interface ComparedCase {
  readonly folded: ImportedCase;
  /** The resolution clock's outcome here. */
  readonly met: boolean;
  readonly targetOf: (priority: number) => TimedTarget;
  /** A calendar on which every instant counts, and the one of working hours. */
  readonly continuous: WorkingCalendar;
  readonly office: WorkingCalendar;
}

/** Compares the outcome of the resolution clock with what the log says of the SLA. */
export function compareSla(compared: ComparedCase): SlaVerdict {
  const { folded, met } = compared;
  const verdict = { priority: folded.final.weight.priority, ours: met, log: folded.madeSla };
  return { ...verdict, cause: met === folded.madeSla ? null : causeOf(compared) };
}

interface Measure {
  readonly until: Instant;
  readonly gaps: readonly Interval[];
  readonly target: TimedTarget;
  readonly calendar: WorkingCalendar;
}

function causeOf(compared: ComparedCase): Cause {
  const { folded, targetOf, continuous, office } = compared;
  const { steps, final } = folded;
  const target = targetOf(final.weight.priority);
  const stops = stretches(steps, ({ to }) => to === 'resolved' || to === 'closed');
  const asked = stretches(steps, ({ hold }) => hold === 'awaiting_requester');
  const plain: Measure = { until: final.resolvedAt ?? final.updatedAt, gaps: [...stops, ...asked], target, calendar: target.calendar };
  const variants: Readonly<Record<Exclude<Cause, 'target'>, Partial<Measure>>> = {
    holds: { gaps: stops },
    'other-waits': { gaps: [...stops, ...stretches(steps, ({ hold }) => hold !== null)] },
    reopening: { gaps: asked, until: steps.find(({ event }) => event === 'resolve')?.at ?? plain.until },
    'priority-change': { target: targetOf(steps[0]?.weight.priority ?? final.weight.priority) },
    closing: { until: final.closedAt ?? plain.until },
    calendar: { calendar: target.calendar.continuous ? office : continuous },
  };
  const gives = (measure: Measure): boolean => isMet(folded.submittedAt, measure) === folded.madeSla;
  // Without the middle-of-three rule the last priority would count from the start.
  if (applies('priority-change', folded) && gives(plain)) return 'priority-change';
  return CAUSES.find((cause) => cause !== 'target' && applies(cause, folded) && gives({ ...plain, ...variants[cause] })) ?? 'target';
}

/** Causes that a case can have at all: one that nobody reopened does not differ by its reopening. */
function applies(cause: Cause, { final, steps }: ImportedCase): boolean {
  if (cause === 'reopening') return final.reopens > 0;
  if (cause === 'priority-change') return steps.some(({ event }) => event === 'priority');
  return true;
}

/** By the deadline, which is the end of a day rather than the next morning (DOMAIN 4.3(5)): an evening after it is late already. */
function isMet(from: Instant, { until, gaps, target, calendar }: Measure): boolean {
  return until <= calendar.add(from, target.seconds * MICROS_PER_SECOND, gaps);
}

/** The stretches during which the case was as asked. The last one is closed by nothing and left out. */
function stretches(steps: ImportedCase['steps'], asked: (step: ImportedCase['steps'][number]) => boolean): Interval[] {
  const found: Interval[] = [];
  let since: Instant | undefined;
  for (const step of steps) {
    if (asked(step)) since ??= step.at;
    else if (since !== undefined) {
      found.push({ from: since, to: step.at });
      since = undefined;
    }
  }
  return found;
}
