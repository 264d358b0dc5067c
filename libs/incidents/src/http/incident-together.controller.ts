import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { NamedTicket, type TicketTarget } from '#tickets';
import { Communications } from '../reads/communications.js';
import { LogCommunication } from '../use-cases/log-communication.js';
import { ResolveChildren } from '../use-cases/resolve-children.js';
import { LogCommunicationRequest } from './requests/log-communication.request.js';
import { ResolveChildrenRequest } from './requests/move-incident.request.js';
import { ChildrenResolvedResponse, CommunicationsResponse } from './responses/incident-together.response.js';

/** An incident with its children, and the log of a major one: for those who work on it. */
@Controller('incidents/:id')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the incident.' })
@Require('ticket.read')
export class IncidentTogetherController {
  constructor(
    private readonly resolveChildren: ResolveChildren,
    private readonly logCommunication: LogCommunication,
    private readonly communications: Communications,
  ) {}

  /** Resolves each open child that the actor works on; the answer says which one was refused, and why. */
  @Post('children/resolution')
  @HttpCode(200)
  async resolve(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: ResolveChildrenRequest,
  ): Promise<ChildrenResolvedResponse> {
    return { items: await this.resolveChildren.execute(actor, target, request) };
  }

  /** Who was told what of a major incident, the latest first. */
  @Get('communications')
  async log(@CurrentActor() actor: Actor, @Param('id') id: string): Promise<CommunicationsResponse> {
    return { items: await this.communications.read(actor, id) };
  }

  @Post('communications')
  async communicate(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: LogCommunicationRequest,
  ): Promise<CommunicationsResponse> {
    const { ticketId } = await this.logCommunication.execute(actor, target, request);
    return { items: await this.communications.read(actor, ticketId) };
  }
}
