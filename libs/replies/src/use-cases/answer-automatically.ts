import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdentityFacts } from '#identity';
import type { Tx } from '#platform';
import { insertComment, type TicketRecord } from '#tickets';
import { fillPlaceholders, lacksValue } from '../domain/placeholders.js';
import { type PlacedTicket, PlaceValues } from '../reads/place-values.js';
import { AnswerStore } from '../store/answer-store.js';

/**
 * Says an answer kept ready on a new ticket in the system's name, in the requester's language. It is no answer of a human: no event of a reply is
 * told, so it stops no clock, resumes nothing and counts in no figure (DOMAIN 4.3(2)).
 */
@Injectable()
export class AnswerAutomatically {
  constructor(
    private readonly answers: AnswerStore,
    private readonly identity: IdentityFacts,
    private readonly values: PlaceValues,
  ) {}

  /** The comment's id; null where there is no such answer for everybody any more, or the ticket has nothing for one of its places. */
  async execute(tx: Tx, ticket: PlacedTicket & Pick<TicketRecord, 'id'>, answerId: string): Promise<string | null> {
    const answer = await this.answers.find(answerId, tx);
    if (answer?.scope !== 'everybody') return null;
    const locale = (await this.identity.contact(ticket.requesterId, tx))?.locale ?? 'lv';
    const text = (locale === 'lv' ? answer.textLv : answer.textEn) ?? answer.textLv ?? answer.textEn ?? '';
    const values = await this.values.of(ticket, null, locale, tx);
    if (text === '' || lacksValue(text, values)) return null;
    const id = randomUUID();
    const said = { visibility: 'public', kind: 'automatic', byStaff: true, at: tx.now } as const;
    await insertComment(tx, { id, ticketId: ticket.id, authorId: null, body: fillPlaceholders(text, values), ...said });
    return id;
  }
}
