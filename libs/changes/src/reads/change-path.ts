import { formatInstant } from '#kernel';
import type { RecordedEvent } from '#kernel';
import { EventLog } from '#platform';
import { Injectable } from '@nestjs/common';
import type { ChangeState } from '../domain/change-lifecycle.js';

/** The state that an event leads into. */
const ENTERED: Readonly<Record<string, ChangeState>> = {
  'changes.drafted': 'draft',
  'changes.submitted': 'assessing',
  'changes.returned': 'draft',
  'changes.authorisation-requested': 'awaiting_authorisation',
  'changes.scheduled': 'scheduled',
  'changes.rejected': 'rejected',
  'changes.started': 'implementing',
  'changes.finished': 'review',
  'changes.closed': 'closed',
  'changes.cancelled': 'cancelled',
};

export interface PathStep {
  readonly state: ChangeState;
  readonly at: string;
  readonly byId: string | null;
}

/** The states that a change has passed through, drawn from the event log. */
@Injectable()
export class ChangePath {
  constructor(private readonly log: EventLog) {}

  /** Oldest first; a state that was entered again without being left counts once. */
  async of(changeId: string): Promise<PathStep[]> {
    const events = await this.log.history('ticket', changeId);
    return events.flatMap(stepOf).filter((step, at, all) => all[at - 1]?.state !== step.state);
  }
}

function stepOf({ type, at, actorId }: RecordedEvent): PathStep[] {
  const state = ENTERED[type];
  return state === undefined ? [] : [{ state, at: formatInstant(at), byId: actorId }];
}
