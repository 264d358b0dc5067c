import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import type { Instant } from '#kernel';
import { instantField, Require } from '#platform';
import { NamedTicket, TicketResponse, type TicketTarget } from '#tickets';
import { CategoriseIncident } from '../use-cases/categorise-incident.js';
import { ChangeService } from '../use-cases/change-service.js';
import { DecideMajor } from '../use-cases/decide-major.js';
import { DeclareSecurity } from '../use-cases/declare-security.js';
import { RecordReport } from '../use-cases/record-report.js';
import { withEtag, type WithHeaders } from './incidents.controller.js';
import { CategoriseRequest } from './requests/move-incident.request.js';
import { ChangeServiceRequest, DecideMajorRequest, DeclareSecurityRequest, ReportSentRequest } from './requests/urgent-incident.request.js';

/** What an incident turns out to be: about another service, of another category, a matter of security, a major one. */
@Controller('incidents/:id')
@ApiParam({ name: 'id', type: String, description: 'Id or number of the incident.' })
@Require('ticket.read')
export class UrgentIncidentController {
  constructor(
    private readonly changeService: ChangeService,
    private readonly categoriseIncident: CategoriseIncident,
    private readonly declareSecurity: DeclareSecurity,
    private readonly recordReport: RecordReport,
    private readonly decideMajor: DecideMajor,
  ) {}

  @Post('service')
  @HttpCode(200)
  async service(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() request: ChangeServiceRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.changeService.execute(actor, target, request), reply);
  }

  @Post('category')
  @HttpCode(200)
  async categorise(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { category }: CategoriseRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.categoriseIncident.execute(actor, target, category), reply);
  }

  @Post('security')
  @HttpCode(200)
  async security(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { awareAt }: DeclareSecurityRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.declareSecurity.execute(actor, target, told(awareAt, 'awareAt')), reply);
  }

  @Post('security/warning-sent')
  @HttpCode(200)
  async warningSent(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { at }: ReportSentRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.recordReport.execute(actor, target, 'warning', told(at, 'at')), reply);
  }

  @Post('security/notification-sent')
  @HttpCode(200)
  async notificationSent(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { at }: ReportSentRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.recordReport.execute(actor, target, 'notification', told(at, 'at')), reply);
  }

  @Post('security/final-report-sent')
  @HttpCode(200)
  async finalReportSent(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { at }: ReportSentRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.recordReport.execute(actor, target, 'final', told(at, 'at')), reply);
  }

  @Post('major')
  @HttpCode(200)
  async major(
    @CurrentActor() actor: Actor,
    @NamedTicket() target: TicketTarget,
    @Body() { major }: DecideMajorRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TicketResponse> {
    return withEtag(await this.decideMajor.execute(actor, target, major), reply);
  }
}

function told(text: string, field: string): Instant {
  return instantField(text, field)!;
}
