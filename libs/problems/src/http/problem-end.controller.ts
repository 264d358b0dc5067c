import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { NamedTicket, type TicketTarget } from '#tickets';
import { AcceptRisk } from '../use-cases/accept-risk.js';
import { LinkChange } from '../use-cases/link-change.js';
import { ResolveProblem } from '../use-cases/resolve-problem.js';
import { VerifyProblem } from '../use-cases/verify-problem.js';
import { ProblemAnswer, type WithHeaders } from './problem-answer.js';
import { LinkChangeRequest, ProblemReasonRequest, ResolveProblemRequest } from './requests/problem.request.js';
import { ProblemResponse } from './responses/problem.response.js';

/** Bringing a problem to its end. A new change is raised by `POST /tickets/{id}/change`. */
@Controller('problems/:id')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the problem.' })
@Require('ticket.desk')
export class ProblemEndController {
  constructor(
    private readonly answer: ProblemAnswer,
    private readonly linkChange: LinkChange,
    private readonly acceptRisk: AcceptRisk,
    private readonly resolveProblem: ResolveProblem,
    private readonly verifyProblem: VerifyProblem,
  ) {}

  /** Names a change that is there already as the one that is to resolve it. */
  @Post('changes')
  @HttpCode(200)
  async change(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { change }: LinkChangeRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, await this.linkChange.execute(actor, target, change), reply);
  }

  /** A manager takes the risk of leaving it as it is. */
  @Post('risk-acceptance')
  @HttpCode(200)
  async accept(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { reason }: ProblemReasonRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, await this.acceptRisk.execute(actor, target, reason), reply);
  }

  /** Resolves it, once a change succeeded or its risk is accepted. */
  @Post('resolution')
  @HttpCode(200)
  async resolve(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { resolution }: ResolveProblemRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, await this.resolveProblem.execute(actor, target, resolution), reply);
  }

  /** The group's lead closes it after 20 working days without a recurrence. */
  @Post('verification')
  @HttpCode(200)
  async verify(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, await this.verifyProblem.execute(actor, target), reply);
  }
}
