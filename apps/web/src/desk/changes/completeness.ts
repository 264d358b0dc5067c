import type { Change, Section, StandingStep } from './types';

/** How far a section is: a mark, or a count such as the approvals given. */
export type Completeness = { mark: 'complete' | 'missing' | 'later' | 'warning' } | { count: string };

/** Who was asked last: every step of the latest round, of those that run beside each other and those that wait. */
export const presentSteps = ({ approvals }: Pick<Change, 'approvals'>): StandingStep[] => approvals[0]?.steps ?? [];

interface Tally {
  seats: number;
  approved: number;
  needed: number;
}

const WITHOUT_SEAT = new Set(['delegated', 'cancelled', 'expired']);

/** How many have a word in a step, how many have agreed, how many must. */
export function tallyOf({ approvals, rule, needed }: StandingStep): Tally {
  const seats = approvals.filter(({ state }) => !WITHOUT_SEAT.has(state));
  const quorum = { all: seats.length, any: 1, n_of: needed }[rule];
  return { seats: seats.length, approved: seats.filter(({ state }) => state === 'approved').length, needed: quorum };
}

/** The same over several steps. */
export function sumOf(steps: readonly StandingStep[]): Tally {
  const tallies = steps.map(tallyOf);
  const sum = (field: keyof Tally): number => tallies.reduce((total, tally) => total + tally[field], 0);
  return { seats: sum('seats'), approved: sum('approved'), needed: sum('needed') };
}

/** What the margin says about a section. */
export function completenessOf(change: Change, section: Section): Completeness {
  if (section === 'window' && change.conflicts.length > 0) return { mark: 'warning' };
  if (section === 'approvals' && change.approvals.length > 0) {
    const { approved, seats } = sumOf(presentSteps(change));
    return { count: `${approved}/${seats}` };
  }
  return { mark: change.sections.find(({ code }) => code === section)?.state ?? 'later' };
}
