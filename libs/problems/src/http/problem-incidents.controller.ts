import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { PageRequest, Require } from '#platform';
import { LinkedTickets, NamedTicket, TicketPageResponse, type TicketTarget } from '#tickets';
import { ProblemPage } from '../reads/problem-page.js';
import { LinkIncident } from '../use-cases/link-incident.js';
import { ProblemAnswer, type WithHeaders } from './problem-answer.js';
import { LinkIncidentRequest } from './requests/problem.request.js';
import { ProblemResponse } from './responses/problem.response.js';

/** The incidents that come from a problem. */
@Controller('problems/:id/incidents')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the problem.' })
@Require('ticket.desk')
export class ProblemIncidentsController {
  constructor(
    private readonly answer: ProblemAnswer,
    private readonly page: ProblemPage,
    private readonly linked: LinkedTickets,
    private readonly linkIncident: LinkIncident,
  ) {}

  /** Those that the reader may see, the latest first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Param('id') key: string, @Query() { limit, cursor }: PageRequest): Promise<TicketPageResponse> {
    return this.linked.page(actor, await this.page.idOf(actor, key), 'caused_by', { limit, cursor });
  }

  /** Links an incident. One that was filed after the resolution brings the problem back. */
  @Post()
  @HttpCode(200)
  async link(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { incident }: LinkIncidentRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, await this.linkIncident.execute(actor, target, incident), reply);
  }

  /** Takes back a link that was made by mistake; a problem that it has brought back stays open. */
  @Delete(':incident')
  async unlink(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Param('incident') incident: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProblemResponse> {
    return this.answer.send(actor, await this.linkIncident.undo(actor, target, incident), reply);
  }
}
