import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { formatInstant } from '#kernel';
import { Database } from '#platform';
import { excerptOf, marksIn, type ResolvedWord, type Wanted } from '#search';
import { TicketNames, type TicketText, TicketTexts } from '#tickets';
import type { FoundTicket } from './found-sql.js';
import type { HitExcerptResponse, MarkedTextResponse, TicketHitResponse } from './search.response.js';

/** Hits as a page shows them: names, and what was looked for marked in title and text. */
@Injectable()
export class PresentHits {
  constructor(
    private readonly database: Database,
    private readonly texts: TicketTexts,
    private readonly names: TicketNames,
  ) {}

  async tickets(actor: Actor, found: readonly FoundTicket[], wanted: Wanted): Promise<TicketHitResponse[]> {
    const [names, texts] = await Promise.all([
      this.names.find(actor.locale, {
        people: found.map((one) => one.affectedUserId),
        institutions: found.map((one) => one.institutionId),
        services: found.map((one) => one.serviceId),
      }),
      this.texts.of(
        this.database,
        found.map(({ id }) => id),
      ),
    ]);
    const byId = new Map(texts.map((text) => [text.id, text]));
    return found.map((ticket) => {
      const { id, number, type, state, holdReason, priority } = ticket;
      return {
        ...{ id, number, type, state, holdReason, priority },
        title: marked(ticket.title, wanted),
        excerpt: excerptFrom(byId.get(id), ticket.staff, wanted),
        institution: names.of(ticket.institutionId),
        service: names.orNull(ticket.serviceId),
        affectedUser: names.of(ticket.affectedUserId),
        submittedAt: formatInstant(ticket.submittedAt),
      };
    });
  }
}

/** What is to be marked for these words. */
export function wantedOf(words: readonly ResolvedWord[]): Wanted {
  return {
    stems: new Set(words.flatMap(({ stems }) => stems)),
    beginnings: words.flatMap(({ beginning }) => (beginning === null ? [] : [beginning])),
  };
}

export function marked(text: string, wanted: Wanted): MarkedTextResponse {
  return { text, marks: marksIn(text, wanted).map(([from, to]) => ({ from, to })) };
}

/** The first text beside the title that holds a word, of those that the reader may read. */
function excerptFrom(ticket: TicketText | undefined, staff: boolean, wanted: Wanted): HitExcerptResponse | null {
  if (!ticket) return null;
  const said = ticket.comments
    .filter(({ visibility }) => staff || visibility === 'public')
    .map(({ body, visibility }) => ({ text: body, in: visibility === 'internal' ? ('note' as const) : ('comment' as const) }));
  for (const one of [{ text: ticket.description, in: 'description' as const }, ...said]) {
    const excerpt = excerptOf(one.text, wanted);
    if (excerpt) return { in: one.in, text: excerpt.text, marks: excerpt.marks.map(([from, to]) => ({ from, to })) };
  }
  return null;
}
