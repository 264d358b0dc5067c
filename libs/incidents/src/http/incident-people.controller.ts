import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { NamedTicket, TicketResponse, type TicketTarget } from '#tickets';
import { CancelIncident } from '../use-cases/cancel-incident.js';
import { ConfirmResolution } from '../use-cases/confirm-resolution.js';
import { ReopenIncident } from '../use-cases/reopen-incident.js';
import { UnmergeIncident } from '../use-cases/unmerge-incident.js';
import { withEtag, type WithHeaders } from './incidents.controller.js';
import { CancelRequest, ReopenRequest, UnmergeRequest } from './requests/move-incident.request.js';

/** What the person of an incident may do with it too, and what takes a merge back. */
@Controller('incidents/:id')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the incident.' })
@Require('ticket.read')
export class IncidentPeopleController {
  constructor(
    private readonly confirmResolution: ConfirmResolution,
    private readonly reopenIncident: ReopenIncident,
    private readonly cancelIncident: CancelIncident,
    private readonly unmergeIncident: UnmergeIncident,
  ) {}

  @Post('confirmation')
  @HttpCode(200)
  async confirm(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.confirmResolution.execute(actor, target), reply);
  }

  @Post('reopening')
  @HttpCode(200)
  async reopen(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { reason }: ReopenRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.reopenIncident.execute(actor, target, reason), reply);
  }

  @Post('cancellation')
  @HttpCode(200)
  async cancel(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: CancelRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.cancelIncident.execute(actor, target, request), reply);
  }

  /** It was no duplicate after all: for the lead of its group. */
  @Post('unmerging')
  @HttpCode(200)
  async unmerge(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { reason }: UnmergeRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.unmergeIncident.execute(actor, target, reason), reply);
  }
}
