import { Controller, Get, Param } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { TicketRule } from '../reads/ticket-rule.js';
import { TicketRoutingResponse } from './responses/rule.response.js';

/** By which rule a ticket was routed. */
@ApiTags('routing')
@Controller('tickets/:id/routing')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the ticket.' })
@Require('ticket.desk')
export class TicketRoutingController {
  constructor(private readonly rule: TicketRule) {}

  @Get()
  async read(@CurrentActor() actor: Actor, @Param('id') key: string): Promise<TicketRoutingResponse> {
    return this.rule.of(actor, key);
  }
}
