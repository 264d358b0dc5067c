import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { PageRequest, Require } from '#platform';
import { TicketItems } from '../reads/ticket-items.js';
import { LinkItem } from '../use-cases/link-item.js';
import { LinkItemRequest } from './requests/link-item.request.js';
import { TicketItemsResponse } from './responses/ticket-items.response.js';
import { TicketPageResponse } from './responses/ticket-summary.response.js';

const item = new ParseUUIDPipe({ exceptionFactory: () => notFound('tickets.item') });

/** The devices that a ticket is about. */
@Controller('tickets/:id/configuration-items')
@Require('ticket.read')
export class TicketItemsController {
  constructor(
    private readonly reads: TicketItems,
    private readonly linkItem: LinkItem,
  ) {}

  /** Those that the actor reads in the register. */
  @Get()
  async read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<TicketItemsResponse> {
    return { items: await this.reads.ofTicket(actor, id) };
  }

  /** For those who work on the ticket. */
  @Post()
  async add(@CurrentActor() actor: Actor, @Param('id') id: string, @Body() { itemId }: LinkItemRequest): Promise<TicketItemsResponse> {
    return { items: await this.reads.ofTicket(actor, await this.linkItem.execute(actor, id, itemId)) };
  }

  @Delete(':itemId')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id') id: string, @Param('itemId', item) itemId: string): Promise<void> {
    await this.linkItem.undo(actor, id, itemId);
  }
}

/** The tickets about a device. */
@Controller('configuration-items/:id/tickets')
@Require('cmdb.read')
export class ItemTicketsController {
  constructor(private readonly reads: TicketItems) {}

  /** The latest first, as far as the actor may see them. */
  @Get()
  async read(@CurrentActor() actor: Actor, @Param('id') id: string, @Query() { limit, cursor }: PageRequest): Promise<TicketPageResponse> {
    return this.reads.ofItem(actor, id, limit, cursor);
  }
}
