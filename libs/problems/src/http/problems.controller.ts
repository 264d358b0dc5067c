import { Body, Controller, Get, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { NamedTicket, type TicketTarget } from '#tickets';
import { EditProblem } from '../use-cases/edit-problem.js';
import { OpenProblem } from '../use-cases/open-problem.js';
import { ProblemAnswer, type WithHeaders } from './problem-answer.js';
import { EditProblemRequest, OpenProblemRequest } from './requests/problem.request.js';
import { ProblemResponse } from './responses/problem.response.js';

/** Problems: opening, reading and writing down what is known. `id` is an id or a number. */
@Controller('problems')
export class ProblemsController {
  constructor(
    private readonly answer: ProblemAnswer,
    private readonly openProblem: OpenProblem,
    private readonly editProblem: EditProblem,
  ) {}

  /** Opens a problem from incidents, from a trend or with a reason. */
  @Post()
  @Require('problem.work')
  async open(
    @CurrentActor() actor: Actor,
    @Body() request: OpenProblemRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, await this.openProblem.execute(actor, request), reply);
  }

  /** One problem as one document, for staff that sees it. Its version stands in the ETag. */
  @Get(':id')
  @Require('ticket.desk')
  @ApiParam({ name: 'id', type: String, description: 'Id or number of the problem.' })
  async get(
    @CurrentActor() actor: Actor,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, id, reply);
  }

  /** Writes down what is known. `If-Match` is held against the version where it is sent. */
  @Patch(':id')
  @Require('ticket.desk')
  @ApiParam({ name: 'id', type: String, description: 'Id or number of the problem.' })
  async edit(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: EditProblemRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, await this.editProblem.execute(actor, target, request), reply);
  }
}
