import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '#kernel';
import { Require } from '#platform';
import type { Actor } from '../domain/actor.js';
import { OrganisationRegister } from '../reads/organisation-register.js';
import { KeepUnits } from '../use-cases/keep-units.js';
import { CurrentActor } from './current-actor.js';
import { AddUnitRequest, ChangeUnitRequest } from './requests/organisation.request.js';
import { UnitsResponse } from './responses/organisation.response.js';

const institution = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.institution') });
const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.unit') });

/** The units of institutions, as trees. */
@ApiTags('administration')
@Controller('organisation')
export class UnitRegisterController {
  constructor(
    private readonly register: OrganisationRegister,
    private readonly units: KeepUnits,
  ) {}

  @Get('institutions/:id/units')
  @Require('organisation.read')
  async list(@CurrentActor() actor: Actor, @Param('id', institution) id: string): Promise<UnitsResponse> {
    await this.register.institution(actor, id);
    return { items: await this.register.units(id) };
  }

  /** Adds a unit; answers all of them. */
  @Post('institutions/:id/units')
  @Require('organisation.write')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', institution) institutionId: string,
    @Body() { parentId = null, externalId = null, ...names }: AddUnitRequest,
  ): Promise<UnitsResponse> {
    await this.register.institution(actor, institutionId);
    await this.units.add(actor, { institutionId, parentId, externalId, active: true, ...names });
    return { items: await this.register.units(institutionId) };
  }

  /** Changes the fields that it names. `If-Match` is held against the version where it is sent. */
  @Patch('units/:id')
  @HttpCode(204)
  @Require('organisation.write')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: ChangeUnitRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.units.change(actor, id, request, ifMatch);
  }
}
