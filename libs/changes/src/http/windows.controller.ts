import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound, parseInstant } from '#kernel';
import { Require } from '#platform';
import { WindowLists } from '../reads/window-lists.js';
import type { FreezeTerms } from '../store/freeze-windows.js';
import type { MaintenanceTerms } from '../store/maintenance-windows.js';
import { requireWindow } from '../use-cases/calendar-references.js';
import { SetFreeze } from '../use-cases/set-freeze.js';
import { SetMaintenance } from '../use-cases/set-maintenance.js';
import { FreezeWindowRequest, MaintenanceWindowRequest } from './requests/calendar.request.js';
import {
  FreezeWindowResponse,
  FreezeWindowsResponse,
  MaintenanceWindowResponse,
  MaintenanceWindowsResponse,
} from './responses/calendar.response.js';

const freezeId = new ParseUUIDPipe({ exceptionFactory: () => notFound('changes.freeze') });
const maintenanceId = new ParseUUIDPipe({ exceptionFactory: () => notFound('changes.maintenance') });

/** When nothing is changed. `If-Match` names the version. */
@ApiTags('change calendar')
@Controller('freeze-windows')
@Require('change.freeze')
export class FreezeWindowsController {
  constructor(
    private readonly windows: WindowLists,
    private readonly freeze: SetFreeze,
  ) {}

  /** Of the year past and all to come. */
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<FreezeWindowsResponse> {
    return { items: await this.windows.freezes(actor) };
  }

  @Post()
  async add(@CurrentActor() actor: Actor, @Body() request: FreezeWindowRequest): Promise<FreezeWindowResponse> {
    return this.windows.freeze(actor, await this.freeze.add(actor, freezeTerms(request)));
  }

  @Put(':id')
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', freezeId) id: string,
    @Body() request: FreezeWindowRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<FreezeWindowResponse> {
    await this.freeze.change(actor, id, freezeTerms(request), ifMatch);
    return this.windows.freeze(actor, id);
  }

  /** One that has begun ends now; one that has not is taken away. */
  @Delete(':id')
  @HttpCode(204)
  async lift(@CurrentActor() actor: Actor, @Param('id', freezeId) id: string): Promise<void> {
    await this.freeze.lift(actor, id);
  }
}

/** When services are maintained. `If-Match` names the version. */
@ApiTags('change calendar')
@Controller('maintenance-windows')
@Require('change.freeze')
export class MaintenanceWindowsController {
  constructor(
    private readonly windows: WindowLists,
    private readonly maintenance: SetMaintenance,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor): Promise<MaintenanceWindowsResponse> {
    return { items: await this.windows.maintenance(actor) };
  }

  @Post()
  async add(@CurrentActor() actor: Actor, @Body() request: MaintenanceWindowRequest): Promise<MaintenanceWindowResponse> {
    return this.windows.maintenanceWindow(actor, await this.maintenance.add(actor, maintenanceTerms(request)));
  }

  @Put(':id')
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', maintenanceId) id: string,
    @Body() request: MaintenanceWindowRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<MaintenanceWindowResponse> {
    await this.maintenance.change(actor, id, maintenanceTerms(request), ifMatch);
    return this.windows.maintenanceWindow(actor, id);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', maintenanceId) id: string): Promise<void> {
    await this.maintenance.remove(actor, id);
  }
}

function freezeTerms({ from, to, reason, serviceId, institutionId }: FreezeWindowRequest): FreezeTerms {
  return { from: parseInstant(from), to: parseInstant(to), reason, serviceId: serviceId ?? null, institutionId: institutionId ?? null };
}

function maintenanceTerms({ serviceId, weekly, validFrom, validTo, from, to, note }: MaintenanceWindowRequest): MaintenanceTerms {
  return {
    ...{ serviceId, validFrom: validFrom ?? null, validTo: validTo ?? null, note: note || null },
    weekly: weekly?.map((hours) => ({ ...hours })) ?? null,
    period: requireWindow(from ?? undefined, to ?? undefined) ?? null,
  };
}
