import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { NamedTicket, type TicketTarget } from '#tickets';
import { StartChange } from '../use-cases/start-change.js';
import { FinishChange } from '../use-cases/finish-change.js';
import { ReviewChange } from '../use-cases/review-change.js';
import { CloseChange } from '../use-cases/close-change.js';
import { ChangeAnswer, type WithHeaders } from './change-answer.js';
import { CloseRequest, FinishRequest, ReviewRequest, StartRequest } from './requests/move-change.request.js';
import { finishOf } from './window-field.js';
import { ChangeResponse } from './responses/change.response.js';

/** Carrying a change out, and what is owed afterwards. */
@Controller('changes/:id')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the change.' })
@Require('ticket.read')
export class ChangeWorkController {
  constructor(
    private readonly answer: ChangeAnswer,
    private readonly startChange: StartChange,
    private readonly finishChange: FinishChange,
    private readonly reviewChange: ReviewChange,
    private readonly closeChange: CloseChange,
  ) {}

  /** Begins the work. */
  @Post('start')
  @HttpCode(200)
  async start(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: StartRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(actor, await this.startChange.execute(actor, target, request.overrideReason ?? null), reply);
  }

  /** Ends the work with its outcome. */
  @Post('finish')
  @HttpCode(200)
  async finish(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: FinishRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(actor, await this.finishChange.execute(actor, target, finishOf(request)), reply);
  }

  /** Writes the review after the work. */
  @Post('review')
  @HttpCode(200)
  async review(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: ReviewRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(actor, await this.reviewChange.execute(actor, target, request), reply);
  }

  /** Closes a change that owes nothing any more. */
  @Post('closure')
  @HttpCode(200)
  async close(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: CloseRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(actor, await this.closeChange.execute(actor, target, request.itemsUpdated), reply);
  }
}
