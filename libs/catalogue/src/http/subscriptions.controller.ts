import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { ServiceRegister } from '../reads/service-register.js';
import { KeepSubscriptions } from '../use-cases/keep-subscriptions.js';
import { EndSubscriptionRequest, SubscribeRequest } from './requests/registered-service.request.js';
import { SubscriptionsResponse } from './responses/registered-service.response.js';

const service = new ParseUUIDPipe({ exceptionFactory: () => notFound('catalogue.service') });
const subscription = new ParseUUIDPipe({ exceptionFactory: () => notFound('catalogue.subscription') });

/** Which institution receives which service, and when. */
@ApiTags('administration')
@Controller('catalogue')
export class SubscriptionsController {
  constructor(
    private readonly register: ServiceRegister,
    private readonly subscriptions: KeepSubscriptions,
  ) {}

  @Get('services/:id/subscriptions')
  @Require('sla.read')
  async list(@CurrentActor() actor: Actor, @Param('id', service) id: string): Promise<SubscriptionsResponse> {
    await this.register.service(actor, id);
    return { items: await this.register.subscriptions(actor, id) };
  }

  @Post('services/:id/subscriptions')
  @HttpCode(204)
  @Require('catalogue.write')
  async subscribe(
    @CurrentActor() actor: Actor,
    @Param('id', service) id: string,
    @Body() { institutionId, validFrom, validTo = null }: SubscribeRequest,
  ): Promise<void> {
    await this.subscriptions.add(actor, id, { institutionId, validFrom, validTo });
  }

  /** From a day on the institution does not receive it any more. */
  @Post('subscriptions/:id/end')
  @HttpCode(204)
  @Require('catalogue.write')
  async end(@CurrentActor() actor: Actor, @Param('id', subscription) id: string, @Body() { on }: EndSubscriptionRequest): Promise<void> {
    await this.subscriptions.end(actor, id, on);
  }
}
