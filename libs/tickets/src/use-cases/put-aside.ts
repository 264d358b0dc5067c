import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, fieldRefused, formatInstant, type Instant, notFound } from '#kernel';
import { ts, type Tx, UnitOfWork } from '#platform';
import { notAllowed } from '../domain/ticket-standing.js';
import { mayPutAside } from '../domain/ticket.js';
import { type SeenTicket, TicketFacts } from '../reads/ticket-facts.js';

/** A year: what is put off for longer is forgotten. */
const FURTHEST_MICROS = 366 * 86_400 * 1_000_000;

/**
 * Puts a ticket aside until a day on which its assignee is reminded of it, and takes it up again. That holds up nothing: the clocks run on, and so
 * the version that `If-Match` protects stays as it is.
 */
@Injectable()
export class PutAside {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
  ) {}

  /** Throws `tickets.not-found`, `tickets.not-allowed`, `tickets.not-to-put-aside` (conflict), `tickets.aside-not-ahead` (invalid). */
  async execute(actor: Actor, key: string, until: Instant, note: string | null): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { ticket } = await this.workedOn(tx, actor, key);
      if (!mayPutAside(ticket)) throw new DomainError('tickets.not-to-put-aside', { state: ticket.state }, 'conflict');
      if (until <= tx.now || until - tx.now > FURTHEST_MICROS) throw fieldRefused('tickets.aside-not-ahead', 'until');
      await set(tx, ticket.id, until, note);
      await tell(tx, ticket.id, 'put-aside', actor.id, { until: formatInstant(until), note });
    });
  }

  /** Takes it up before its day; nothing happens where it is not aside. Throws `tickets.not-found`, `tickets.not-allowed`. */
  async undo(actor: Actor, key: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const { ticket } = await this.workedOn(tx, actor, key);
      if (ticket.asideUntil === null) return;
      await set(tx, ticket.id, null, null);
      await tell(tx, ticket.id, 'taken-up', actor.id, {});
    });
  }

  /** Its day has come: whoever has it is reminded, once. False where it is not so any more. */
  async remind(tx: Tx, ticketId: string): Promise<boolean> {
    const [row] = await tx.query<{ until: Instant | null; note: string | null }>(
      `select aside_until as until, aside_note as note from tickets.ticket where id = $1 for update`,
      [ticketId],
    );
    if (!row || row.until === null || row.until > tx.now) return false;
    await set(tx, ticketId, null, null);
    await tell(tx, ticketId, 'aside-over', null, { note: row.note });
    return true;
  }

  private async workedOn(tx: Tx, actor: Actor, key: string): Promise<SeenTicket> {
    const seen = await this.tickets.seenBy(actor, key, tx);
    if (!seen) throw notFound('tickets');
    if (!seen.standing.works) throw notAllowed('put-aside');
    return seen;
  }
}

async function set(tx: Tx, id: string, until: Instant | null, note: string | null): Promise<void> {
  await tx.execute(`update tickets.ticket set aside_until = $2, aside_note = $3 where id = $1`, [id, ts(until), note]);
}

async function tell(
  tx: Tx,
  id: string,
  what: 'put-aside' | 'taken-up' | 'aside-over',
  actorId: string | null,
  payload: { readonly [key: string]: string | null },
): Promise<void> {
  await tx.append({ type: `tickets.${what}`, version: 1, subject: { type: 'ticket', id }, actorId, payload });
}
