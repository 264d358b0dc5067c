import { Controller, Get, Param } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { AuditClocks } from '../reads/audit-clocks.js';
import { ExplainClocks } from '../reads/explain-clocks.js';
import { ClockAuditResponse } from './responses/clock-audit.response.js';
import { ClocksResponse } from './responses/clock-explanation.response.js';

/** The promises of a ticket. */
@Controller('tickets/:id')
@Require('ticket.read')
export class TicketClocksController {
  constructor(
    private readonly clocks: ExplainClocks,
    private readonly auditClocks: AuditClocks,
  ) {}

  /** Each clock with its intervals, counted or not and why, its promises, its ledger, and what it comes to in words. */
  @Get('clocks')
  async read(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ClocksResponse> {
    return { items: await this.clocks.execute(actor, id) };
  }

  /** For auditors: ledgers as they are kept and the calendars that they name, to be checked by a program of one's own. */
  @Get('clock-audit')
  async audit(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<ClockAuditResponse> {
    return this.auditClocks.execute(actor, id);
  }
}
