import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { NamedTicket, type TicketTarget } from '#tickets';
import { SubmitChange } from '../use-cases/submit-change.js';
import { ReturnChange } from '../use-cases/return-change.js';
import { AssessRisk } from '../use-cases/assess-risk.js';
import { RequestAuthorisation } from '../use-cases/request-authorisation.js';
import { ChangeAnswer, type WithHeaders } from './change-answer.js';
import { PlaceRequest, ReasonRequest, RiskAnswersRequest } from './requests/move-change.request.js';
import { ChangeResponse } from './responses/change.response.js';

/** From the draft to the calendar. `If-Match` is held against the version where it is sent. */
@Controller('changes/:id')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the change.' })
@Require('ticket.read')
export class ChangeAssessmentController {
  constructor(
    private readonly answer: ChangeAnswer,
    private readonly submitChange: SubmitChange,
    private readonly returnChange: ReturnChange,
    private readonly assessRisk: AssessRisk,
    private readonly requestAuthorisation: RequestAuthorisation,
  ) {}

  /** Hands a complete draft over for assessment. */
  @Post('submission')
  @HttpCode(200)
  async submit(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(actor, await this.submitChange.execute(actor, target), reply);
  }

  /** Sends it back to whoever wrote it. */
  @Post('return')
  @HttpCode(200)
  async return(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: ReasonRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(actor, await this.returnChange.execute(actor, target, request.reason), reply);
  }

  /** Answers the questions of risk. */
  @Post('risk')
  @HttpCode(200)
  async risk(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: RiskAnswersRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(actor, await this.assessRisk.execute(actor, target, request.answers), reply);
  }

  /** Asks for authority, by risk. */
  @Post('authorisation-request')
  @HttpCode(200)
  async authorisation(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: PlaceRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ChangeResponse> {
    return this.answer.send(actor, await this.requestAuthorisation.execute(actor, target, request.overrideReason ?? null), reply);
  }
}
