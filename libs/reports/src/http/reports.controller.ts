import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { etag, Require } from '#platform';
import { ReportRegister } from '../reads/report-register.js';
import { KeepRegister } from '../use-cases/keep-register.js';
import { RegisterReportRequest, ReportTermsRequest } from './requests/report.request.js';
import { ReportResponse, ReportsResponse } from './responses/report.response.js';

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** The register of reports (KPI-15). `If-Match` names the revision that was looked at. */
@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly register: ReportRegister,
    private readonly keep: KeepRegister,
  ) {}

  /** The reports that one may read, and how many are available in BI. */
  @Get()
  @Require('report.read')
  list(@CurrentActor() actor: Actor): Promise<ReportsResponse> {
    return this.register.list(actor);
  }

  @Get(':code')
  @Require('report.read')
  read(@CurrentActor() actor: Actor, @Param('code') code: string, @Res({ passthrough: true }) reply: WithHeaders): Promise<ReportResponse> {
    return this.answer(actor, code, reply);
  }

  /** Enters a report that a BI platform makes from the views of `reporting`. */
  @Post()
  @Require('report.publish')
  async create(
    @CurrentActor() actor: Actor,
    @Body() report: RegisterReportRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ReportResponse> {
    const { code, nameLv, nameEn, purposeLv, purposeEn } = report;
    await this.keep.register(actor, { code, nameLv, nameEn, purposeLv, purposeEn, ...termsOf(report) });
    return this.answer(actor, code, reply);
  }

  /** Owner, audience, how often it is delivered, and where BI shows it. */
  @Put(':code/terms')
  @Require('report.publish')
  async terms(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Body() terms: ReportTermsRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ReportResponse> {
    await this.keep.setTerms(actor, code, termsOf(terms), ifMatch);
    return this.answer(actor, code, reply);
  }

  @Post(':code/publication')
  @HttpCode(200)
  @Require('report.publish')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ReportResponse> {
    await this.keep.publish(actor, code, ifMatch);
    return this.answer(actor, code, reply);
  }

  @Delete(':code/publication')
  @Require('report.publish')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ReportResponse> {
    await this.keep.withdraw(actor, code, ifMatch);
    return this.answer(actor, code, reply);
  }

  private async answer(actor: Actor, code: string, reply: WithHeaders): Promise<ReportResponse> {
    const report = await this.register.one(actor, code);
    reply.header('etag', etag(report.revision));
    return report;
  }
}

function termsOf({ ownerId, audience, cadence, bi, location, views }: ReportTermsRequest) {
  return { ownerId: ownerId ?? null, audience, cadence, bi, location: location ? location : null, views };
}
