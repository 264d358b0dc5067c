import { Injectable } from '@nestjs/common';
import { type Actor, IdentityFacts, type Locale } from '#identity';
import type { Answer } from '../domain/answer.js';
import { fillPlaceholders, type PlaceholderValues } from '../domain/placeholders.js';
import { AnswerStore } from '../store/answer-store.js';
import { PlaceValues } from './place-values.js';
import { TicketReplier } from './ticket-replier.js';

/** So many are offered; whoever looks for another types more of it. */
const OFFERED = 30;

/** An answer as it reads on one ticket. */
export interface FilledAnswer {
  readonly answer: Answer;
  readonly textLv: string | null;
  readonly textEn: string | null;
}

/** The answers that somebody may pick on a ticket, filled with what it says. */
@Injectable()
export class AnswersForTicket {
  constructor(
    private readonly replier: TicketReplier,
    private readonly answers: AnswerStore,
    private readonly identity: IdentityFacts,
    private readonly values: PlaceValues,
  ) {}

  /** With the language in which the requester is written to. Throws `tickets.not-found`, `tickets.not-allowed`. */
  async find(
    actor: Actor,
    key: string,
    query: { readonly q?: string | undefined; readonly resolutionCode?: string | undefined },
  ): Promise<{ readonly language: Locale; readonly items: FilledAnswer[] }> {
    const ticket = await this.replier.require(actor, key, 'note');
    const { items } = await this.answers.page(actor, { ...query, limit: OFFERED });
    const [lv, en] = [await this.values.of(ticket, actor.id, 'lv'), await this.values.of(ticket, actor.id, 'en')];
    const fill = (text: string | null, values: PlaceholderValues): string | null => text && fillPlaceholders(text, values);
    const contact = await this.identity.contact(ticket.requesterId);
    return {
      language: contact?.locale ?? 'lv',
      items: items.map((answer) => ({ answer, textLv: fill(answer.textLv, lv), textEn: fill(answer.textEn, en) })),
    };
  }
}
