import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { DomainError, type Instant, parseInstant } from '#kernel';
import { Require } from '#platform';
import { ExplainClocks } from '../reads/explain-clocks.js';
import { ConfirmRelaxation } from '../use-cases/confirm-relaxation.js';
import { CorrectPause } from '../use-cases/correct-pause.js';
import { VoidBreach } from '../use-cases/void-breach.js';
import { PauseCorrectionRequest, VoidRequestRequest } from './requests/clock-decision.request.js';
import { ClocksResponse } from './responses/clock-explanation.response.js';

/** What people decide about a clock. Each answers the ticket's clocks as they are afterwards. */
@Controller('tickets/:id/clocks/:clockId')
@Require('ticket.read')
export class ClockDecisionsController {
  constructor(
    private readonly clocks: ExplainClocks,
    private readonly confirmRelaxation: ConfirmRelaxation,
    private readonly correctPause: CorrectPause,
    private readonly voidBreach: VoidBreach,
  ) {}

  /** A group lead other than the one who relaxed the promise confirms it. */
  @Post('relaxation-confirmation')
  @HttpCode(200)
  async relaxation(
    @CurrentActor() actor: Actor,
    @Param('id') ticketKey: string,
    @Param('clockId', ParseUUIDPipe) clockId: string,
  ): Promise<ClocksResponse> {
    await this.confirmRelaxation.execute(actor, { ticketKey, clockId });
    return { items: await this.clocks.execute(actor, ticketKey) };
  }

  /** Somebody who works on the ticket asks that a breach be voided: it was registered wrongly. */
  @Post('void-requests')
  @HttpCode(200)
  async requestVoid(
    @CurrentActor() actor: Actor,
    @Param('id') ticketKey: string,
    @Param('clockId', ParseUUIDPipe) clockId: string,
    @Body() { note, priority }: VoidRequestRequest,
  ): Promise<ClocksResponse> {
    await this.voidBreach.request(actor, { ticketKey, clockId }, { note, priority: priority ?? null });
    return { items: await this.clocks.execute(actor, ticketKey) };
  }

  /** A group lead who is not the one who asked confirms the void. */
  @Post('void-confirmation')
  @HttpCode(200)
  async confirmVoid(
    @CurrentActor() actor: Actor,
    @Param('id') ticketKey: string,
    @Param('clockId', ParseUUIDPipe) clockId: string,
  ): Promise<ClocksResponse> {
    await this.voidBreach.confirm(actor, { ticketKey, clockId });
    return { items: await this.clocks.execute(actor, ticketKey) };
  }

  /** A group lead leaves the breach as it is. */
  @Post('void-refusal')
  @HttpCode(200)
  async refuseVoid(
    @CurrentActor() actor: Actor,
    @Param('id') ticketKey: string,
    @Param('clockId', ParseUUIDPipe) clockId: string,
  ): Promise<ClocksResponse> {
    await this.voidBreach.refuse(actor, { ticketKey, clockId });
    return { items: await this.clocks.execute(actor, ticketKey) };
  }

  /** A group lead corrects when the clock stood still, while the month is open. */
  @Post('pause-correction')
  @HttpCode(200)
  async pause(
    @CurrentActor() actor: Actor,
    @Param('id') ticketKey: string,
    @Param('clockId', ParseUUIDPipe) clockId: string,
    @Body() { replaces, from, to, hold = 'awaiting_requester', reason }: PauseCorrectionRequest,
  ): Promise<ClocksResponse> {
    const instants = { replaces: told(replaces, 'replaces'), from: told(from, 'from')!, to: told(to, 'to') };
    await this.correctPause.execute(actor, { ticketKey, clockId }, { ...instants, hold, reason });
    return { items: await this.clocks.execute(actor, ticketKey) };
  }
}

function told(text: string | undefined, field: string): Instant | null {
  if (text === undefined) return null;
  try {
    return parseInstant(text);
  } catch {
    throw new DomainError('platform.validation-failed', {}, 'invalid', [{ pointer: `/${field}`, code: 'platform.field-is-iso8601' }]);
  }
}
