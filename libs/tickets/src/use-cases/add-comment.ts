import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Actor, ActorReader } from '#identity';
import { DomainError, fieldRefused, formatInstant, notFound } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import { type TextWarning, textWarnings } from '../domain/personal-code.js';
import { notAllowed, type TicketStanding } from '../domain/ticket-standing.js';
import type { TicketRecord, Visibility } from '../domain/ticket.js';
import { TicketKinds } from '../ports/ticket-kinds.js';
import { type SeenTicket, TicketFacts } from '../reads/ticket-facts.js';
import { insertComment, saidSince } from '../store/comments.js';

export interface CommentInput {
  /** Markdown. */
  readonly body: string;
  readonly visibility: Visibility;
  /** The last comment that the writer saw, null where he saw none; left out where he does not mind what was said meanwhile. */
  readonly expectedLastCommentId?: string | null | undefined;
  /** Colleagues whom a note names; they are told of it. */
  readonly mentions?: readonly string[] | undefined;
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
    private readonly actors: ActorReader,
  ) {}

  /**
   * Throws `tickets.not-found`, `tickets.not-allowed`, `tickets.finished`, `tickets.commented-meanwhile` (409) where others have said something
   * since `expectedLastCommentId`, and 422 for whom a note may not name.
   */
  async execute(actor: Actor, key: string, input: CommentInput): Promise<CommentAdded> {
    return this.unitOfWork.run((tx) => this.within(tx, actor, key, input));
  }

  /** The same as a part of the caller's transaction. */
  async within(tx: Tx, actor: Actor, key: string, input: CommentInput): Promise<CommentAdded> {
    const { body, visibility } = input;
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
    await this.requireNothingNew(tx, actor, seen, input);
    const mentions = await this.mentioned(tx, ticket.id, input);
    const commentId = await say(tx, actor, ticket, standing, { body, visibility, mentions });
    return { ...answer, commentId, followUp: null, mayReopen: standing.person && ticket.state === 'resolved' };
  }

  /** Two who answer at the same instant wait for one another here, so that the second is told of the first. */
  private async requireNothingNew(tx: Tx, actor: Actor, { ticket, standing }: SeenTicket, input: CommentInput): Promise<void> {
    const { expectedLastCommentId: expected } = input;
    if (expected === undefined) return;
    const said = await saidSince(tx, { ticketId: ticket.id, commentId: expected, exceptById: actor.id, internalToo: standing.staff });
    const last = said.at(-1);
    if (last) throw new DomainError('tickets.commented-meanwhile', { count: said.length, commentId: last.id }, 'conflict');
  }

  /** A note may name colleagues who read it, nobody else: a name that tells nobody would be believed all the same. */
  private async mentioned(tx: Tx, ticketId: string, { visibility, mentions = [] }: CommentInput): Promise<string[]> {
    const ids = [...new Set(mentions)];
    if (ids.length > 0 && visibility !== 'internal') throw fieldRefused('tickets.mention-in-reply', 'mentions');
    for (const id of ids) {
      const person = await this.actors.byId(id, tx);
      const seen = person && (await this.tickets.seenBy(person, ticketId, tx));
      if (!seen?.standing.staff) throw fieldRefused('tickets.mention-cannot-read', 'mentions');
    }
    return ids;
  }
}

function permit(standing: TicketStanding, visibility: Visibility): void {
  if (visibility === 'internal' && !standing.works) throw notAllowed('note');
  if (visibility === 'public' && !standing.works && !standing.own) throw notAllowed('reply');
}

/** Puts a comment on a ticket with its event; `more` is said in the event too. Whoever calls it sees to it that the actor may. */
export async function say(
  tx: Tx,
  actor: Actor,
  ticket: TicketRecord,
  standing: TicketStanding,
  { body, visibility, mentions = [] }: Pick<CommentInput, 'body' | 'visibility'> & { readonly mentions?: string[] },
  more: { readonly answerId?: string } = {},
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
    payload: { commentId, visibility, byStaff, ...(mentions.length > 0 ? { mentioned: mentions } : {}), ...more },
  });
  return commentId;
}
