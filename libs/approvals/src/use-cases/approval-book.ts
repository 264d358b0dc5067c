import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Database, type Queryable, type Tx } from '#platform';
import { addWatcher } from '#tickets';
import type { Step } from '../domain/approval.js';
import { ApprovalRound } from '../domain/approval-round.js';
import type { RoundRequest } from '../domain/approval-words.js';
import { type ApprovalStanding, standingOfRounds } from '../domain/approval-standing.js';
import { Rounds } from '../store/rounds.js';

/**
 * What the modules of tickets ask of approvals. They hold the ticket's lock when they call; what follows (`approvals.granted`,
 * `approvals.refused`) they hear of in the deciding transaction.
 */
@Injectable()
export class ApprovalBook {
  constructor(
    private readonly database: Database,
    private readonly rounds: Rounds,
  ) {}

  /**
   * Asks for approval. Whoever is asked watches the ticket from then on, so that he reads what he decides about. `by` caused it; null is the
   * system. Throws `approvals.round-open` where a round is open, `approvals.not-enough-approvers`.
   */
  async request(tx: Tx, request: RoundRequest, by: string | null = null): Promise<{ readonly round: number }> {
    const latest = await this.rounds.lockLatest(tx, request.ticketId);
    if (latest?.round.state === 'open') throw new DomainError('approvals.round-open', {}, 'conflict');
    const number = (latest?.round.number ?? 0) + 1;
    const asked = ApprovalRound.ask(request, number, { by, at: tx.now }, await this.rounds.calendar(tx));
    for (const { approvals } of asked.round.steps)
      for (const { approverId } of approvals) await addWatcher(tx, request.ticketId, approverId, by ?? approverId);
    await this.rounds.save(tx, asked);
    return { round: number };
  }

  /** Ends an open round without a decision; does nothing where none is open. */
  async cancel(tx: Tx, ticketId: string, cause: string, by: string | null = null): Promise<void> {
    const latest = await this.rounds.lockLatest(tx, ticketId);
    if (latest?.round.state !== 'open') return;
    latest.cancel({ by, at: tx.now }, cause);
    await this.rounds.save(tx, latest);
  }

  /**
   * Voids the open or granted round where what it is about has changed since it was asked (DOMAIN 3.5). Answers whether it did: then the
   * caller asks anew.
   */
  async voidIfChanged(tx: Tx, ticketId: string, contentHash: string, by: string | null = null): Promise<boolean> {
    const latest = await this.rounds.lockLatest(tx, ticketId);
    if (!latest || !['open', 'granted'].includes(latest.round.state) || latest.round.contentHash === contentHash) return false;
    latest.void({ by, at: tx.now });
    await this.rounds.save(tx, latest);
    return true;
  }

  /** All rounds of a ticket with every person's word, latest first. */
  async standing(on: Queryable | undefined, ticketId: string): Promise<ApprovalStanding> {
    return standingOfRounds(await this.rounds.ofTickets([ticketId], on ?? this.database));
  }

  /** The steps of the round that is open; none where none is. */
  async stepsOf(on: Queryable | undefined, ticketId: string): Promise<readonly Step[]> {
    const rounds = await this.rounds.ofTickets([ticketId], on ?? this.database);
    return rounds.find(({ state }) => state === 'open')?.steps ?? [];
  }

  /** Ids of the tickets that await a decision, what is due first on top. */
  async awaiting(on: Queryable = this.database): Promise<string[]> {
    const rows = await on.query<{ id: string }>(
      `select r.ticket_id as id from approvals.round r join approvals.step s on s.round_id = r.id and s.state = 'open'
       where r.state = 'open' group by r.ticket_id order by min(s.due_at), r.ticket_id limit 500`,
    );
    return rows.map(({ id }) => id);
  }
}
