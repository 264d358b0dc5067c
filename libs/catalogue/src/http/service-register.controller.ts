import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, ChangeHistory, ChangeHistoryResponse, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { etag, FormatRequest, Require } from '#platform';
import { ServiceExport } from '../reads/service-export.js';
import { ServiceRegister } from '../reads/service-register.js';
import { KeepServices } from '../use-cases/keep-services.js';
import { AddServiceRequest, ChangeRegisteredServiceRequest } from './requests/registered-service.request.js';
import { RegisteredServiceResponse, ServiceRowsResponse } from './responses/registered-service.response.js';

interface WithHeaders {
  header(name: string, value: string): unknown;
}

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('catalogue.service') });

/** The register of services: the administrator drafts and keeps them, a manager publishes and retires them. */
@ApiTags('administration')
@Controller('catalogue/services')
export class ServiceRegisterController {
  constructor(
    private readonly register: ServiceRegister,
    private readonly history: ChangeHistory,
    private readonly services: KeepServices,
    private readonly exports: ServiceExport,
  ) {}

  /** All services, drafts and those retired among them. */
  @Get()
  @Require('sla.read')
  async list(@CurrentActor() actor: Actor): Promise<ServiceRowsResponse> {
    return { items: await this.register.list(actor) };
  }

  /** All services as a file. No formula in it runs. */
  @Get('export')
  @Require('sla.read')
  async export(@CurrentActor() actor: Actor, @Query() { format }: FormatRequest): Promise<StreamableFile> {
    return this.exports.file(actor, format);
  }

  /** Drafts a service; nobody can choose it before a manager has published it. */
  @Post()
  @Require('catalogue.write')
  async add(
    @CurrentActor() actor: Actor,
    @Body() { kinds, descriptionLv = null, descriptionEn = null, ownerId = null, defaultGroupId = null, ...rest }: AddServiceRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredServiceResponse> {
    const id = await this.services.add(actor, { descriptionLv, descriptionEn, ownerId, defaultGroupId, ...rest }, kinds);
    return this.answer(actor, id, reply);
  }

  @Get(':id')
  @Require('sla.read')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredServiceResponse> {
    return this.answer(actor, id, reply);
  }

  /** Changes the fields that it names. `If-Match` is held against the version where it is sent. */
  @Patch(':id')
  @Require('catalogue.write')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: ChangeRegisteredServiceRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredServiceResponse> {
    await this.services.change(actor, id, request, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** Not for whoever drafted it. */
  @Post(':id/publication')
  @HttpCode(200)
  @Require('sla.publish')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredServiceResponse> {
    await this.services.publish(actor, id, ifMatch);
    return this.answer(actor, id, reply);
  }

  @Post(':id/retirement')
  @HttpCode(200)
  @Require('sla.publish')
  async retire(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredServiceResponse> {
    await this.services.retire(actor, id, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** What was changed, oldest first. */
  @Get(':id/history')
  @Require('sla.read')
  async changes(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<ChangeHistoryResponse> {
    await this.register.service(actor, id);
    return { items: await this.history.read(actor.locale, { subject: 'service', module: 'catalogue' }, id) };
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<RegisteredServiceResponse> {
    const service = await this.register.service(actor, id);
    reply.header('etag', etag(service.version));
    return service;
  }
}
