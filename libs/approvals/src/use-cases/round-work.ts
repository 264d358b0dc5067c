import { Injectable } from '@nestjs/common';
import { notFound } from '#kernel';
import type { Tx } from '#platform';
import { TicketFacts } from '#tickets';
import type { ApprovalRound } from '../domain/approval-round.js';
import { Rounds } from '../store/rounds.js';

/**
 * Does something with the round of an approval or a step under lock: first the ticket's, which whoever changes the ticket takes first too, then
 * the round's. Of two last votes at once one waits for the other, and finds what it has left.
 */
@Injectable()
export class RoundWork {
  constructor(
    private readonly tickets: TicketFacts,
    private readonly rounds: Rounds,
  ) {}

  /** Throws `approvals.not-found` where there is no such approval. */
  async onApproval(tx: Tx, approvalId: string, work: (round: ApprovalRound) => Promise<void>): Promise<ApprovalRound> {
    const round = await this.lock(tx, 'approval', approvalId);
    if (!round) throw notFound('approvals');
    await work(round);
    await this.rounds.save(tx, round);
    return round;
  }

  /** False where `work` found nothing to do. */
  async onStep(tx: Tx, stepId: string, work: (round: ApprovalRound) => Promise<boolean>): Promise<boolean> {
    const round = await this.lock(tx, 'step', stepId);
    const done = round !== undefined && (await work(round));
    if (done) await this.rounds.save(tx, round);
    return done;
  }

  private async lock(tx: Tx, what: 'approval' | 'step', id: string): Promise<ApprovalRound | undefined> {
    const place = await this.rounds.placeOf(what, id, tx);
    if (!place || !(await this.tickets.locked(place.ticketId, tx))) return undefined;
    return this.rounds.lock(tx, place.roundId);
  }
}
