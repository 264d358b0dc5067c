import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { UNSAID_LINKS } from '../domain/said-link.js';
import { TicketLinks } from '../reads/ticket-links.js';
import { LinkTickets } from '../use-cases/link-tickets.js';
import { UnwatchTicket } from '../use-cases/unwatch-ticket.js';
import { WatchTicket } from '../use-cases/watch-ticket.js';
import { LinkTicketsRequest } from './requests/link-tickets.request.js';
import { LinksResponse, WatchersResponse } from './responses/conversation.response.js';

/** Tickets that belong together, and people who follow one. */
@Controller('tickets/:id')
@Require('ticket.read')
export class TicketLinksController {
  constructor(
    private readonly reads: TicketLinks,
    private readonly linkTickets: LinkTickets,
    private readonly watchTicket: WatchTicket,
    private readonly unwatchTicket: UnwatchTicket,
  ) {}

  @Get('links')
  async links(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<LinksResponse> {
    return { items: await this.reads.read(actor, id) };
  }

  /** Says that another ticket is related or the parent, or that an incident was caused by a change. */
  @Post('links')
  async link(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() request: LinkTicketsRequest): Promise<LinksResponse> {
    const { ticketId } = await this.linkTickets.execute(actor, id, request.ticket, request.kind);
    return { items: await this.reads.read(actor, ticketId) };
  }

  /** Takes back that another ticket is related, or the parent. */
  @Delete('links/:kind/:target')
  @HttpCode(204)
  async unlink(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('kind') kind: string,
    @Param('target') target: string,
  ): Promise<void> {
    const unsaid = UNSAID_LINKS.find((one) => one === kind);
    if (!unsaid) throw notFound('tickets.link');
    await this.linkTickets.undo(actor, id, unsaid, target);
  }

  @Get('watchers')
  async watchers(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<WatchersResponse> {
    return { items: await this.reads.watchers(actor, id) };
  }

  @Put('watchers/:userId')
  async watch(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Param('userId', ParseUUIDPipe) userId: string,
  ): Promise<WatchersResponse> {
    const { ticketId } = await this.watchTicket.execute(actor, id, userId);
    return { items: await this.reads.watchers(actor, ticketId) };
  }

  @Delete('watchers/:userId')
  @HttpCode(204)
  async unwatch(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('userId', ParseUUIDPipe) userId: string): Promise<void> {
    await this.unwatchTicket.execute(actor, id, userId);
  }
}
