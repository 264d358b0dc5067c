import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require, sendExport } from '#platform';
import type { ControlTerms } from '../domain/control.js';
import { ControlReader } from '../reads/control-reader.js';
import { KeepControls } from '../use-cases/keep-controls.js';
import { ControlRequest, ControlReviewRequest, ExportControlsRequest, FindControlsRequest } from './requests/control.request.js';
import { WithdrawalRequest } from './requests/process.request.js';
import { ControlPageResponse, ControlResponse } from './responses/control.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('processes.control') });

/** Documents of internal control, and the plan of their reviews. `If-Match` names the revision that was looked at. */
@ApiTags('control elements')
@Controller('control-elements')
export class ControlsController {
  constructor(
    private readonly reader: ControlReader,
    private readonly keep: KeepControls,
  ) {}

  /** The next review first. */
  @Get()
  @Require('control.read')
  find(@CurrentActor() actor: Actor, @Query() request: FindControlsRequest): Promise<ControlPageResponse> {
    return this.reader.page(actor, request);
  }

  /** The plan of reviews as a CSV or XLSX file. */
  @Get('export')
  @Require('control.read')
  async export(@CurrentActor() actor: Actor, @Query() { format, ...request }: ExportControlsRequest): Promise<StreamableFile> {
    return sendExport(format, 'control-elements', [await this.reader.export(actor, request)]);
  }

  @Get(':id')
  @Require('control.read')
  read(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<ControlResponse> {
    return this.reader.one(actor, id);
  }

  @Post()
  @Require('control.write')
  async enter(@CurrentActor() actor: Actor, @Body() request: ControlRequest): Promise<ControlResponse> {
    return this.reader.one(actor, await this.keep.enter(actor, termsOf(request)));
  }

  @Put(':id')
  @Require('control.write')
  async describe(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: ControlRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ControlResponse> {
    await this.keep.describe(actor, id, termsOf(request), ifMatch);
    return this.reader.one(actor, id);
  }

  /** It was reviewed, by its owner or by who keeps the register. */
  @Post(':id/reviews')
  @HttpCode(200)
  @Require('control.read')
  async review(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { reviewedOn, outcome, note }: ControlReviewRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ControlResponse> {
    await this.keep.review(actor, id, { reviewedOn, outcome, note }, ifMatch);
    return this.reader.one(actor, id);
  }

  @Post(':id/retirement')
  @HttpCode(200)
  @Require('control.write')
  async retire(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { reason }: WithdrawalRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ControlResponse> {
    await this.keep.retire(actor, id, reason, ifMatch);
    return this.reader.one(actor, id);
  }
}

function termsOf({ document, reference, area, location, ownerId, reviewMonths, reviewDueOn }: ControlRequest): ControlTerms {
  return { document, reference: reference || null, area, location: location || null, ownerId, reviewMonths, reviewDueOn };
}
