import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { instantField, Require } from '#platform';
import { NamedTicket, type TicketTarget } from '#tickets';
import { RecordConsent } from '../use-cases/record-consent.js';
import { ImplementFirst } from '../use-cases/implement-first.js';
import { ChangeAnswer, type WithHeaders } from './change-answer.js';
import { ConsentRequest } from './requests/move-change.request.js';
import { ChangeResponse } from './responses/change.response.js';

/** An emergency that begins on a word. */
@Controller('changes/:id')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the change.' })
@Require('ticket.read')
export class EmergencyChangeController {
  constructor(
    private readonly answer: ChangeAnswer,
    private readonly recordConsent: RecordConsent,
    private readonly implementFirst: ImplementFirst,
  ) {}

  /** Writes down who agreed by word of mouth, and when. */
  @Post('verbal-consent')
  @HttpCode(200)
  async consent(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: ConsentRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(
      actor,
      await this.recordConsent.execute(actor, target, request.by, instantField(request.at, 'at') ?? null),
      reply,
    );
  }

  /** Begins at once on the recorded consent; ratification is asked for in the same step. */
  @Post('implement-first')
  @HttpCode(200)
  async beginFirst(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(actor, await this.implementFirst.execute(actor, target), reply);
  }
}
