import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '#kernel';
import { etag, Require } from '#platform';
import type { Actor } from '../domain/actor.js';
import { ChangeHistory } from '../reads/change-history.js';
import { OrganisationRegister } from '../reads/organisation-register.js';
import { KeepInstitutions } from '../use-cases/keep-institutions.js';
import { CurrentActor } from './current-actor.js';
import { AddInstitutionRequest, ChangeInstitutionRequest, ListInstitutionsRequest } from './requests/organisation.request.js';
import { ChangeHistoryResponse } from './responses/change-history.response.js';
import { RegisteredInstitutionResponse, RegisteredInstitutionsResponse } from './responses/organisation.response.js';

interface WithHeaders {
  header(name: string, value: string): unknown;
}

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.institution') });

/** The register of institutions. */
@ApiTags('administration')
@Controller('organisation/institutions')
export class InstitutionRegisterController {
  constructor(
    private readonly register: OrganisationRegister,
    private readonly history: ChangeHistory,
    private readonly institutions: KeepInstitutions,
  ) {}

  /** A page of institutions by name, those that have ended among them. */
  @Get()
  @Require('organisation.read')
  async list(@CurrentActor() actor: Actor, @Query() request: ListInstitutionsRequest): Promise<RegisteredInstitutionsResponse> {
    return this.register.institutions(actor, request);
  }

  @Post()
  @Require('organisation.write')
  async add(
    @CurrentActor() actor: Actor,
    @Body() { activeTo = null, parentId = null, registrationNo = null, externalId = null, ...rest }: AddInstitutionRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredInstitutionResponse> {
    const id = await this.institutions.add(actor, { activeTo, parentId, registrationNo, externalId, ...rest });
    return this.answer(actor, id, reply);
  }

  @Get(':id')
  @Require('organisation.read')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredInstitutionResponse> {
    return this.answer(actor, id, reply);
  }

  /** Changes the fields that it names. `If-Match` is held against the version where it is sent. */
  @Patch(':id')
  @Require('organisation.write')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: ChangeInstitutionRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredInstitutionResponse> {
    await this.institutions.change(actor, id, request, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** What was changed, oldest first. */
  @Get(':id/history')
  @Require('organisation.read')
  async changes(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<ChangeHistoryResponse> {
    await this.register.institution(actor, id);
    return { items: await this.history.read(actor.locale, { subject: 'institution', module: 'identity' }, id) };
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<RegisteredInstitutionResponse> {
    const institution = await this.register.institution(actor, id);
    reply.header('etag', etag(institution.version));
    return institution;
  }
}
