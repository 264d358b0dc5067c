import { Injectable } from '@nestjs/common';
import { formatInstant, type RecordedEvent } from '#kernel';
import { EventLog } from '#platform';
import type { ProblemState } from '../domain/problem-lifecycle.js';

/** The state that an event leads into. */
const ENTERED: Readonly<Record<string, ProblemState>> = {
  'problems.opened': 'new',
  'problems.investigated': 'investigating',
  'problems.identified': 'known_error',
  'problems.change-raised': 'fix_in_progress',
  'problems.change-failed': 'known_error',
  'problems.resolved': 'resolved',
  'problems.recurred': 'investigating',
  'problems.verified': 'closed',
  'problems.dismissed': 'cancelled',
};

export interface PathStep {
  readonly state: ProblemState;
  readonly at: string;
  readonly byId: string | null;
}

/** The states that a problem has passed through, drawn from the event log. */
@Injectable()
export class ProblemPath {
  constructor(private readonly log: EventLog) {}

  /** Oldest first; a state that was entered again without being left counts once. */
  async of(problemId: string): Promise<PathStep[]> {
    const events = await this.log.history('ticket', problemId);
    return events.flatMap(stepOf).filter((step, at, all) => all[at - 1]?.state !== step.state);
  }
}

function stepOf({ type, at, actorId }: RecordedEvent): PathStep[] {
  const state = ENTERED[type];
  return state === undefined ? [] : [{ state, at: formatInstant(at), byId: actorId }];
}
