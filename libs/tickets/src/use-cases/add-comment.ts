import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, formatInstant, notFound } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { type TextWarning, textWarnings } from '../domain/personal-code.js';
import { notAllowed, type TicketStanding } from '../domain/ticket-standing.js';
import type { TicketRecord, Visibility } from '../domain/ticket.js';
import { TicketKinds } from '../ports/ticket-kinds.js';
import { TicketFacts } from '../reads/ticket-facts.js';
import { insertComment } from '../store/comments.js';

export interface CommentInput {
  /** Markdown. */
  readonly body: string;
  readonly visibility: Visibility;
}

export interface CommentAdded {
  readonly ticketId: string;
  /** Null where the ticket was finished and a follow-up holds the text. */
  readonly commentId: string | null;
  readonly followUp: { readonly id: string; readonly number: string } | null;
  readonly mayReopen: boolean;
  readonly at: string;
  readonly warnings: TextWarning[];
}

/**
 * Says something on a ticket: a public reply of its people or of staff, or an internal note of staff (DOMAIN 3.1). The reply of a
 * person to a finished ticket makes a linked follow-up and leaves the finished one alone.
 */
@Injectable()
export class AddComment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
    private readonly kinds: TicketKinds,
  ) {}

  /** Throws `tickets.not-found`, `tickets.not-allowed`, `tickets.finished`. */
  async execute(actor: Actor, key: string, { body, visibility }: CommentInput): Promise<CommentAdded> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.tickets.seenBy(actor, key, tx);
      if (!seen) throw notFound('tickets');
      const { ticket, standing } = seen;
      permit(standing, visibility);
      const kind = this.kinds.of(ticket.type);
      const answer = { ticketId: ticket.id, at: formatInstant(tx.now), warnings: textWarnings(body), mayReopen: false };
      if (visibility === 'public' && kind.finalStates.includes(ticket.state)) {
        if (!standing.person) throw new DomainError('tickets.finished', { state: ticket.state }, 'conflict');
        return { ...answer, commentId: null, followUp: await kind.followUp(tx, actor, ticket, body) };
      }
      const commentId = await say(tx, actor, ticket, standing, { body, visibility });
      return { ...answer, commentId, followUp: null, mayReopen: standing.person && ticket.state === 'resolved' };
    });
  }
}

function permit(standing: TicketStanding, visibility: Visibility): void {
  if (visibility === 'internal' && !standing.works) throw notAllowed('note');
  if (visibility === 'public' && !standing.works && !standing.own) throw notAllowed('reply');
}

async function say(
  tx: Tx,
  actor: Actor,
  ticket: TicketRecord,
  standing: TicketStanding,
  { body, visibility }: CommentInput,
): Promise<string> {
  const commentId = randomUUID();
  // Whoever is a person of the ticket speaks as such, also where he could work on it: his reply must not stop his own clock.
  const byStaff = visibility === 'internal' || (standing.works && !standing.person);
  const kind = visibility === 'internal' ? 'note' : 'reply';
  await insertComment(tx, { id: commentId, ticketId: ticket.id, authorId: actor.id, byStaff, visibility, kind, body, at: tx.now });
  await tx.append({
    type: 'tickets.comment-added',
    version: 1,
    subject: { type: 'ticket', id: ticket.id },
    actorId: actor.id,
    payload: { commentId, visibility, byStaff },
  });
  return commentId;
}
