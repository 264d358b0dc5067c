import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { parseQuery, RebuildIndex, SEARCH_KINDS, type SearchKind, TICKET_KINDS } from '#search';
import { FindOthers } from './find-others.js';
import { FindSimilar } from './find-similar.js';
import { FindTickets } from './find-tickets.js';
import { IndexState } from './index-state.js';
import { PresentHits, wantedOf } from './present-hits.js';
import { shownCorrections } from './shown-corrections.js';
import { SearchRequest } from './search.request.js';
import { IndexStateResponse, SearchResponse, SimilarTicketsResponse } from './search.response.js';
import { SimilarTicketsRequest } from './similar.request.js';

/** One box over everything. */
@Controller()
export class SearchController {
  constructor(
    private readonly tickets: FindTickets,
    private readonly others: FindOthers,
    private readonly hits: PresentHits,
    private readonly similar: FindSimilar,
    private readonly index: IndexState,
    private readonly rebuild: RebuildIndex,
  ) {}

  /** Tickets by their words, comments and numbers; on the first page people, services, configuration items and known errors too. */
  @Get('search')
  @Require('service.read')
  async find(@CurrentActor() actor: Actor, @Query() request: SearchRequest): Promise<SearchResponse> {
    const { q, kinds, state, serviceId, sort = 'best', cursor, limit, typing = false } = request;
    const asked = parseQuery(q, { typing });
    const wantedKinds = new Set<SearchKind>(kinds ?? SEARCH_KINDS);
    const types = TICKET_KINDS.filter((kind) => wantedKinds.has(kind));
    const openOnly = state === 'open';
    const found = await this.tickets.page(actor, { q, asked, types, openOnly, serviceId, sort, cursor, limit });
    const others = cursor === undefined ? wantedKinds : new Set<SearchKind>();
    const tickets = await this.hits.tickets(actor, found.tickets, wantedOf(found.words));
    return {
      tickets,
      ...(await this.others.find(actor, q, asked, others)),
      nextCursor: found.nextCursor,
      corrections: shownCorrections(found.words, tickets),
    };
  }

  /** Open tickets that sound like a title, for whoever files or reads one. */
  @Get('tickets/similar')
  @Require('ticket.read')
  async like(@CurrentActor() actor: Actor, @Query() request: SimilarTicketsRequest): Promise<SimilarTicketsResponse> {
    return { items: await this.similar.like(actor, request) };
  }

  /** How far the index is behind the tickets. */
  @Get('search/index')
  @Require('admin.settings')
  async state(): Promise<IndexStateResponse> {
    return this.index.read();
  }

  /** Writes the index anew in the background; one rebuild at a time. */
  @Post('search/index/rebuilds')
  @HttpCode(202)
  @Require('admin.settings')
  async rebuildAll(@CurrentActor() actor: Actor): Promise<IndexStateResponse> {
    await this.rebuild.begin(actor.id);
    return this.index.read();
  }
}
