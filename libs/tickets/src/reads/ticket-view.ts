import { Injectable } from '@nestjs/common';
import type { Actor } from '#identity';
import { notFound } from '#kernel';
import { Database, type Queryable } from '#platform';
import type { TicketStanding } from '../domain/ticket-standing.js';
import { Params, ticketVisibility } from '../domain/ticket-visibility.js';
import { mayPutAside, type TicketRecord } from '../domain/ticket.js';
import type { TicketRefResponse } from '../http/responses/ticket-ref.response.js';
import type { AbilitiesResponse, TicketResponse } from '../http/responses/ticket.response.js';
import { TicketClocks } from '../ports/ticket-clocks.js';
import { type KindView, TicketKinds } from '../ports/ticket-kinds.js';
import { TicketRatings } from '../ports/ticket-ratings.js';
import { TicketFacts } from './ticket-facts.js';
import { TicketNames } from './ticket-names.js';
import { iso, namesOf, toSummary } from './ticket-rows.js';

interface LinkRow {
  kind: string;
  id: string;
  number: string;
}

/** One ticket as one actor sees it, with what he may do. */
@Injectable()
export class TicketView {
  constructor(
    private readonly database: Database,
    private readonly facts: TicketFacts,
    private readonly kinds: TicketKinds,
    private readonly names: TicketNames,
    private readonly clocks: TicketClocks,
    private readonly ratings: TicketRatings,
  ) {}

  /** By id or number. Throws `tickets.not-found` where there is none that the actor may see. */
  async read(actor: Actor, key: string, on: Queryable = this.database): Promise<TicketResponse> {
    const seen = await this.facts.seenBy(actor, key, on);
    if (!seen) throw notFound('tickets');
    const { ticket, standing } = seen;
    const kind = await this.kinds.of(ticket.type).view(on, actor, ticket, standing);
    const links = await this.linksOf(actor, ticket.id, on);
    const rated = await this.ratings.ratingOf(on, actor, ticket);
    const page = await this.compose(actor, ticket, standing, kind, on);
    const { rating } = rated;
    return {
      ...page,
      duplicateOf: links.get('duplicate_of') ?? null,
      followUpOf: links.get('follow_up') ?? null,
      parent: links.get('child_of') ?? null,
      rating: rating && { ...rating, at: iso(rating.at), changeableUntil: iso(rating.changeableUntil) },
      abilities: { ...page.abilities, rate: rated.canRate },
    };
  }

  /** The page of a ticket that has just been filed in this transaction: it cannot have links or a rating yet. */
  async compose(actor: Actor, ticket: TicketRecord, standing: TicketStanding, kind: KindView, on: Queryable): Promise<TicketResponse> {
    const wants = namesOf([ticket]);
    const names = await this.names.find(actor.locale, { ...wants, people: [...(wants.people ?? []), kind.resolution?.byId ?? null] }, on);
    const clocks = await this.clocks.summaries(on, [ticket.id], actor.locale);
    const { resolution, hold } = kind;
    return {
      ...toSummary(ticket, names, clocks.get(ticket.id)),
      description: ticket.description,
      restricted: ticket.restricted,
      origin: ticket.origin,
      resolvedAt: iso(ticket.resolvedAt),
      closedAt: iso(ticket.closedAt),
      resolution: resolution && { code: resolution.code, text: resolution.text, by: names.orNull(resolution.byId), at: iso(resolution.at) },
      reopenUntil: iso(kind.reopenUntil),
      security: kind.security && {
        awareAt: iso(kind.security.awareAt),
        warningSentAt: iso(kind.security.warningSentAt),
        notificationSentAt: iso(kind.security.notificationSentAt),
        finalReportSentAt: iso(kind.security.finalReportSentAt),
      },
      major: kind.major,
      proposedPriority: kind.proposedPriority ? { ...kind.proposedPriority } : null,
      hold: hold && { reason: hold.reason, question: hold.question, until: iso(hold.until), since: iso(hold.since) },
      hopCount: ticket.hopCount,
      reopenCount: ticket.reopenCount,
      duplicateOf: null,
      followUpOf: null,
      parent: null,
      asideNote: standing.works ? ticket.asideNote : null,
      rating: null,
      abilities: this.abilities(ticket, standing, kind),
    };
  }

  private abilities(ticket: TicketRecord, standing: TicketStanding, kind: KindView): AbilitiesResponse {
    const finished = this.kinds.of(ticket.type).finalStates.includes(ticket.state);
    const speaks = standing.own || standing.works;
    return {
      ...kind.abilities,
      unmerge: kind.abilities.unmerge ?? false,
      categorise: kind.abilities.categorise ?? false,
      putAside: standing.works && mayPutAside(ticket),
      replyPublic: speaks && !finished,
      noteInternal: standing.works,
      attach: speaks && !finished,
      rate: false,
      followUp: finished && standing.person && standing.own,
    };
  }

  /** The tickets that this one duplicates, follows or belongs to, as far as the actor may see them. */
  private async linksOf(actor: Actor, id: string, on: Queryable): Promise<Map<string, TicketRefResponse>> {
    const params = new Params([id]);
    const rows = await on.query<LinkRow>(
      `select l.kind, t.id, t.number from tickets.link l join tickets.ticket t on t.id = l.target_id
       where l.ticket_id = $1 and l.kind in ('duplicate_of', 'follow_up', 'child_of') and ${ticketVisibility(actor, params)}`,
      params.values,
    );
    return new Map(rows.map(({ kind, id: target, number }) => [kind, { id: target, number }]));
  }
}
