import type { Change, Section, StandingStep } from './types';

/** How far a section is: a mark, or a count such as the approvals given. */
export type Completeness = { mark: 'complete' | 'missing' | 'later' | 'warning' } | { count: string };

/** The step that is decided about now, else the last one that was. */
export function presentStep({ approvals }: Pick<Change, 'approvals'>): StandingStep | undefined {
  const steps = approvals[0]?.steps ?? [];
  return steps.find(({ state }) => state === 'open') ?? steps.findLast(({ state }) => state !== 'waiting');
}

const WITHOUT_SEAT = new Set(['delegated', 'cancelled', 'expired']);

/** How many have a word in a step, how many have agreed, how many must. */
export function tallyOf({ approvals, rule, needed }: StandingStep): { seats: number; approved: number; needed: number } {
  const seats = approvals.filter(({ state }) => !WITHOUT_SEAT.has(state));
  const quorum = { all: seats.length, any: 1, n_of: needed }[rule];
  return { seats: seats.length, approved: seats.filter(({ state }) => state === 'approved').length, needed: quorum };
}

/** What the margin says about a section. */
export function completenessOf(change: Change, section: Section): Completeness {
  if (section === 'window' && change.conflicts.length > 0) return { mark: 'warning' };
  const step = section === 'approvals' ? presentStep(change) : undefined;
  if (step) {
    const { approved, seats } = tallyOf(step);
    return { count: `${approved}/${seats}` };
  }
  return { mark: change.sections.find(({ code }) => code === section)?.state ?? 'later' };
}
