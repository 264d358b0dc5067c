import { Body, Controller, Post, Res } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { etag, instantField, Require } from '#platform';
import { TicketResponse } from '#tickets';
import { ReportIncident } from '../use-cases/report-incident.js';
import { ReportIncidentRequest } from './requests/report-incident.request.js';

/** What a response must be able to do to carry a header. */
export interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Sends the ticket with its version as ETag. */
export function withEtag(ticket: TicketResponse, reply: WithHeaders): TicketResponse {
  reply.header('etag', etag(ticket.version));
  return ticket;
}

/** Filing incidents. */
@Controller('incidents')
export class IncidentsController {
  constructor(private readonly reportIncident: ReportIncident) {}

  /** Files an incident; the answer carries its number and its clocks. */
  @Post()
  @Require('ticket.create')
  async report(
    @CurrentActor() actor: Actor,
    @Body() request: ReportIncidentRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    const submittedAt = instantField(request.submittedAt, 'submittedAt');
    return withEtag(await this.reportIncident.execute(actor, { ...request, submittedAt }), reply);
  }
}
