import { Controller, Get, Param, Query, Res, type StreamableFile } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { etag, Require } from '#platform';
import { queryOf } from '../domain/ticket-query.js';
import { TicketCounts } from '../reads/ticket-counts.js';
import { TicketHistory } from '../reads/ticket-history.js';
import { TicketList } from '../reads/ticket-list.js';
import { TicketListExport } from '../reads/ticket-list-export.js';
import { TicketView } from '../reads/ticket-view.js';
import { ExportTicketsRequest, FindTicketsRequest } from './requests/find-tickets.request.js';
import { HistoryResponse } from './responses/conversation.response.js';
import { TicketCountsResponse } from './responses/ticket-counts.response.js';
import { TicketPageResponse } from './responses/ticket-summary.response.js';
import { TicketResponse } from './responses/ticket.response.js';

/** What a response must be able to do to carry a header. */
export interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Tickets of every type: lists, counts, one ticket, its history. `id` is an id or a number. */
@Controller('tickets')
@Require('ticket.read')
export class TicketsController {
  constructor(
    private readonly list: TicketList,
    private readonly countsOf: TicketCounts,
    private readonly view: TicketView,
    private readonly historyOf: TicketHistory,
    private readonly exports: TicketListExport,
  ) {}

  /** A page of the tickets that the actor may see. */
  @Get()
  async find(@CurrentActor() actor: Actor, @Query() request: FindTicketsRequest): Promise<TicketPageResponse> {
    const { sort, cursor, limit, ...filters } = request;
    return this.list.page(actor, queryOf(filters, { sort, cursor, limit }));
  }

  /** The tickets of a list as a file, in its order; a file that cannot hold all of them says so in its last row. No formula in it runs. */
  @Get('export')
  @Require('ticket.desk', 'institution.overview')
  async export(@CurrentActor() actor: Actor, @Query() { format, sort, ...filters }: ExportTicketsRequest): Promise<StreamableFile> {
    return this.exports.file(actor, queryOf(filters, { sort, limit: 1 }), format);
  }

  /** How many tickets the actor's views hold; counting stops at 10,000. */
  @Get('counts')
  async counts(@CurrentActor() actor: Actor): Promise<TicketCountsResponse> {
    return this.countsOf.read(actor);
  }

  /** One ticket. Its version stands in the ETag. */
  @Get(':id')
  async get(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    const ticket = await this.view.read(actor, id);
    reply.header('etag', etag(ticket.version));
    return ticket;
  }

  /** What happened to it, oldest first, in the reader's language. */
  @Get(':id/history')
  async history(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<HistoryResponse> {
    return { items: await this.historyOf.read(actor, id) };
  }
}
