import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { ServiceList } from '../reads/service-list.js';
import { ListServicesRequest } from './requests/list-services.request.js';
import { ServicesResponse } from './responses/service.response.js';

@Controller('services')
export class ServiceController {
  constructor(private readonly services: ServiceList) {}

  /** The services that are offered to one's institution, or to the one named. */
  @Get()
  @Require('service.read')
  async list(@CurrentActor() actor: Actor, @Query() { institutionId }: ListServicesRequest): Promise<ServicesResponse> {
    return { items: await this.services.read(actor, institutionId) };
  }
}
