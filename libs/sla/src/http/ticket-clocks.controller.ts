import { Controller, Get, Param } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { ExplainClocks } from '../reads/explain-clocks.js';
import { ClocksResponse } from './responses/clock-explanation.response.js';

/** The promises of a ticket. */
@Controller('tickets/:id/clocks')
@Require('ticket.read')
export class TicketClocksController {
  constructor(private readonly clocks: ExplainClocks) {}

  /** Each clock with its intervals, counted or not and why, its promises, its ledger, and what it comes to in words. */
  @Get()
  async read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ClocksResponse> {
    return { items: await this.clocks.execute(actor, id) };
  }
}
