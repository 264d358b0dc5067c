import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { ReportRegister } from '../reads/report-register.js';
import { ReportSubscribers } from '../reads/report-subscribers.js';
import { Subscribe } from '../use-cases/subscribe.js';
import { SubscriptionRequest } from './requests/subscription.request.js';
import { ReportResponse, ReportSubscribersResponse } from './responses/report.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.person') });

/** Who gets a report by mail. */
@ApiTags('reports')
@Controller('reports/:code/subscribers')
export class SubscribersController {
  constructor(
    private readonly subscribers: ReportSubscribers,
    private readonly register: ReportRegister,
    private readonly subscribe: Subscribe,
  ) {}

  @Get()
  @Require('report.publish')
  list(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<ReportSubscribersResponse> {
    return this.subscribers.of(actor, code);
  }

  /** Has the report sent to oneself; to others only who publishes reports. */
  @Put(':personId')
  @Require('report.read')
  async set(
    @CurrentActor() actor: Actor,
    @Param('code') code: string,
    @Param('personId', uuid) personId: string,
    @Body() { form }: SubscriptionRequest,
  ): Promise<ReportResponse> {
    await this.subscribe.set(actor, code, personId, form);
    return this.register.one(actor, code);
  }

  @Delete(':personId')
  @HttpCode(200)
  @Require('report.read')
  async end(@CurrentActor() actor: Actor, @Param('code') code: string, @Param('personId', uuid) personId: string): Promise<ReportResponse> {
    await this.subscribe.end(actor, code, personId);
    return this.register.one(actor, code);
  }
}
