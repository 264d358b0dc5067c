import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { NamedTicket, type TicketTarget } from '#tickets';
import { AssignProblem } from '../use-cases/assign-problem.js';
import { DismissProblem } from '../use-cases/dismiss-problem.js';
import { IdentifyProblem } from '../use-cases/identify-problem.js';
import { InvestigateProblem } from '../use-cases/investigate-problem.js';
import { ProblemAnswer, type WithHeaders } from './problem-answer.js';
import { AssignProblemRequest, InvestigateRequest, KnowledgeRequest, ProblemReasonRequest } from './requests/problem.request.js';
import { ProblemResponse } from './responses/problem.response.js';

/** Looking for the cause of a problem. */
@Controller('problems/:id')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the problem.' })
@Require('ticket.desk')
export class ProblemSearchController {
  constructor(
    private readonly answer: ProblemAnswer,
    private readonly investigateProblem: InvestigateProblem,
    private readonly assignProblem: AssignProblem,
    private readonly identifyProblem: IdentifyProblem,
    private readonly dismissProblem: DismissProblem,
  ) {}

  /** The group's lead begins the search and names its owner. */
  @Post('investigation')
  @HttpCode(200)
  async investigate(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { ownerId }: InvestigateRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, await this.investigateProblem.execute(actor, target, ownerId), reply);
  }

  /** Hands it to another group or another owner. */
  @Post('assignment')
  @HttpCode(200)
  async assign(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { groupId, assigneeId }: AssignProblemRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, await this.assignProblem.execute(actor, target, groupId, assigneeId ?? null), reply);
  }

  /** Makes it a known error: cause and workaround are written, or come with this. */
  @Post('identification')
  @HttpCode(200)
  async identify(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: KnowledgeRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, await this.identifyProblem.execute(actor, target, request), reply);
  }

  /** The group's lead gives it up. */
  @Post('dismissal')
  @HttpCode(200)
  async dismiss(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { reason }: ProblemReasonRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, await this.dismissProblem.execute(actor, target, reason), reply);
  }
}
