import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { instantField, Require } from '#platform';
import { NamedTicket, TicketResponse, type TicketTarget } from '#tickets';
import { AcceptIncident } from '../use-cases/accept-incident.js';
import { AssignIncident } from '../use-cases/assign-incident.js';
import { ChangePriority } from '../use-cases/change-priority.js';
import { PutOnHold } from '../use-cases/put-on-hold.js';
import { ResolveIncident } from '../use-cases/resolve-incident.js';
import { ResumeIncident } from '../use-cases/resume-incident.js';
import { withEtag, type WithHeaders } from './incidents.controller.js';
import { AssignRequest, ChangePriorityRequest, HoldRequest, ResolveRequest } from './requests/move-incident.request.js';

/** What staff does with an incident. `If-Match` is held against the ticket's version where it is sent. */
@Controller('incidents/:id')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the incident.' })
@Require('ticket.read')
export class IncidentWorkController {
  constructor(
    private readonly acceptIncident: AcceptIncident,
    private readonly assignIncident: AssignIncident,
    private readonly putOnHold: PutOnHold,
    private readonly resumeIncident: ResumeIncident,
    private readonly resolveIncident: ResolveIncident,
    private readonly changePriority: ChangePriority,
  ) {}

  @Post('acceptance')
  @HttpCode(200)
  async accept(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.acceptIncident.execute(actor, target), reply);
  }

  @Post('assignment')
  @HttpCode(200)
  async assign(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: AssignRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.assignIncident.execute(actor, target, request), reply);
  }

  @Post('hold')
  @HttpCode(200)
  async hold(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: HoldRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    const until = instantField(request.until, 'until');
    return withEtag(await this.putOnHold.execute(actor, target, { ...request, until }), reply);
  }

  @Post('resumption')
  @HttpCode(200)
  async resume(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.resumeIncident.execute(actor, target), reply);
  }

  @Post('resolution')
  @HttpCode(200)
  async resolve(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: ResolveRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.resolveIncident.execute(actor, target, request), reply);
  }

  @Post('priority')
  @HttpCode(200)
  async setPriority(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: ChangePriorityRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.changePriority.execute(actor, target, request), reply);
  }
}
