import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import type { Queryable } from '#platform';
import { notAllowed, TicketFacts, type TicketRecord } from '#tickets';
import type { DraftKind } from '../domain/draft.js';

/** Whether somebody may say something on a ticket: the same ground as saying it (`#tickets`, AddComment). */
@Injectable()
export class TicketReplier {
  constructor(private readonly tickets: TicketFacts) {}

  /** The ticket, for whoever may write this kind on it. Throws `tickets.not-found`, `tickets.not-allowed`. */
  async require(actor: Actor, key: string, kind: DraftKind, on?: Queryable): Promise<TicketRecord> {
    const seen = await this.tickets.seenBy(actor, key, on);
    if (!seen) throw notFound('tickets');
    const { works, own } = seen.standing;
    if (kind === 'note' && !works) throw notAllowed('note');
    if (kind === 'reply' && !works && !own) throw notAllowed('reply');
    return seen.ticket;
  }

  /** The ticket, for whoever sees it. Throws `tickets.not-found`. */
  async requireReader(actor: Actor, key: string): Promise<TicketRecord> {
    const seen = await this.tickets.seenBy(actor, key);
    if (!seen) throw notFound('tickets');
    return seen.ticket;
  }

  /** The ticket, for whoever reads it in the course of his work. Throws `tickets.not-found`, `tickets.not-allowed`. */
  async requireStaff(actor: Actor, key: string): Promise<TicketRecord> {
    const seen = await this.tickets.seenBy(actor, key);
    if (!seen) throw notFound('tickets');
    if (!seen.standing.staff) throw notAllowed('read-notes');
    return seen.ticket;
  }
}
