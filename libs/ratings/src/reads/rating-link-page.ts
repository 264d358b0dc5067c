import { Injectable } from '@nestjs/common';
import { IdentityFacts, type Locale } from '#identity';
import { hashToken, Clock, notFound } from '#kernel';
import { TicketFacts } from '#tickets';
import { type LinkState, linkState } from '../domain/link-token.js';
import type { RatingValue } from '../domain/rating.js';
import { cycleOf } from '../domain/rating-rules.js';
import { RatingLinks } from '../store/rating-links.js';
import { Ratings } from '../store/ratings.js';

export interface RatingLinkPage {
  readonly ticketNumber: string;
  /** Null once the link has expired: it permits nothing then. */
  readonly title: string | null;
  readonly value: RatingValue | null;
  readonly state: LinkState;
  readonly locale: Locale;
}

/** What the page behind a link of a mail shows. Reads only: scanners of mail follow links. */
@Injectable()
export class RatingLinkPages {
  constructor(
    private readonly clock: Clock,
    private readonly links: RatingLinks,
    private readonly tickets: TicketFacts,
    private readonly ratings: Ratings,
    private readonly identity: IdentityFacts,
  ) {}

  /** `marked` is the face that the link names; a cycle that is rated shows what was said. Throws `ratings.link.not-found`. */
  async read(token: string, marked: RatingValue | undefined): Promise<RatingLinkPage> {
    const link = await this.links.byHash(hashToken(token));
    const ticket = link && (await this.tickets.byId(link.ticketId));
    if (!link || !ticket) throw notFound('ratings.link');
    const cycle = cycleOf(ticket);
    const rating = await this.ratings.ofCycle(ticket.id, cycle);
    const resolved = ticket.state === 'resolved' || ticket.state === 'closed';
    const recipient = await this.identity.contact(link.recipientId);
    const state = linkState(link, { at: this.clock.now(), cycle, resolved, rated: rating !== undefined });
    const shown = recipient ? state : 'expired';
    const own = rating?.raterId === link.recipientId ? rating.value : null;
    return {
      ticketNumber: ticket.number,
      title: shown === 'expired' ? null : ticket.title,
      value: shown === 'used' ? own : shown === 'open' ? (marked ?? null) : null,
      state: shown,
      locale: recipient?.locale ?? 'lv',
    };
  }
}
