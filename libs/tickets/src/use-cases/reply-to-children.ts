import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { UnitOfWork } from '#platform';
import { notAllowed } from '../domain/ticket-standing.js';
import { openChildren } from '../reads/family.js';
import { TicketFacts } from '../reads/ticket-facts.js';
import { say } from './add-comment.js';

/** One public answer to all open children of a ticket: it stands on each, and a person who has several of them is told once. */
@Injectable()
export class ReplyToChildren {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tickets: TicketFacts,
  ) {}

  /** Answers the tickets that got it. Throws `tickets.not-found`, `tickets.not-allowed`, `tickets.no-children` (conflict). */
  async execute(actor: Actor, key: string, body: string): Promise<{ readonly id: string; readonly number: string }[]> {
    return this.unitOfWork.run(async (tx) => {
      const seen = await this.tickets.seenBy(actor, key, tx);
      if (!seen) throw notFound('tickets');
      if (!seen.standing.works) throw notAllowed('reply');
      const children = await openChildren(tx, actor, seen.ticket.id);
      if (children.length === 0) throw new DomainError('tickets.no-children', {}, 'conflict');
      const answerId = randomUUID();
      for (const { ticket, standing } of children) await say(tx, actor, ticket, standing, { body, visibility: 'public' }, { answerId });
      return children.map(({ ticket: { id, number } }) => ({ id, number }));
    });
  }
}
