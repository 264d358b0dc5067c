import type { Approval, Round, Step } from './approval.js';
import { type Tally, tallyOf } from './step-rule.js';

export type StandingApproval = Readonly<Approval>;

export interface StandingStep extends Readonly<Omit<Step, 'approvals'>> {
  readonly approvals: readonly StandingApproval[];
  readonly tally: Tally;
}

export interface StandingRound extends Readonly<Omit<Round, 'steps'>> {
  readonly steps: readonly StandingStep[];
}

/** How the approvals of a ticket stand: the latest round first. */
export interface ApprovalStanding {
  readonly rounds: readonly StandingRound[];
}

/** Adds to each step how many have said what. */
export function standingOfRounds(rounds: readonly Round[]): ApprovalStanding {
  return { rounds: rounds.map((round) => ({ ...round, steps: round.steps.map((step) => ({ ...step, tally: tallyOf(step) })) })) };
}
