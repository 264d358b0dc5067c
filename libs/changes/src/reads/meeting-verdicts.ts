import { Injectable } from '@nestjs/common';
import { ApprovalBook, type StandingRound } from '#approvals';
import type { Queryable } from '#platform';
import type { AgendaResult, MeetingRecord, Verdict } from '../domain/meeting.js';

const RESULTS: Readonly<Record<StandingRound['state'], AgendaResult>> = {
  open: 'open',
  granted: 'granted',
  refused: 'refused',
  voided: 'none',
  cancelled: 'none',
};

/** How the changes of an agenda stand in approvals. */
@Injectable()
export class MeetingVerdicts {
  constructor(private readonly approvals: ApprovalBook) {}

  async of(on: Queryable, { agenda }: Pick<MeetingRecord, 'agenda'>): Promise<Verdict[]> {
    const found: Verdict[] = [];
    for (const { changeId } of agenda) found.push(verdictOf(changeId, (await this.approvals.standing(on, changeId)).rounds[0]));
    return found;
  }
}

/** What the latest round says; none where nobody was asked yet. */
export function verdictOf(changeId: string, round: StandingRound | undefined): Verdict {
  const voices = round?.steps.flatMap(({ approvals }) => approvals) ?? [];
  const count = (state: string): number => voices.filter((voice) => voice.state === state).length;
  return { changeId, result: round ? RESULTS[round.state] : 'none', approved: count('approved'), rejected: count('rejected') };
}
