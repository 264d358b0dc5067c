import { Controller, Get, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { DomainError, formatInstant } from '#kernel';
import { Database, readUpload, Require, type UploadRequest } from '#platform';
import { fleetTarget } from '../domain/coverage-target.js';
import { ItemCounts } from '../reads/item-counts.js';
import { UpdateCoverage } from '../reads/update-coverage.js';
import { endOfDay } from '../store/agent-sightings.js';
import { TakeAgentStatus } from '../use-cases/take-agent-status.js';
import { CountItemsRequest } from './requests/find-items.request.js';
import { AgentStatusRequest, FindCoverageRequest, FindEquipmentRequest } from './requests/fleet.request.js';
import {
  AgentStatusResponse,
  CoveragePageResponse,
  EquipmentCountResponse,
  EquipmentPageResponse,
  UpdateCoverageResponse,
} from './responses/fleet.response.js';

/** More than 60,000 lines. */
const BYTES_MAX = 20 * 1024 * 1024;
const UPLOAD = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

/** How much equipment there is (KPI-12), and how much of it gets its updates by itself (KPI-13), on any day. */
@ApiTags('configuration items')
@Controller()
export class FleetController {
  constructor(
    private readonly database: Database,
    private readonly counts: ItemCounts,
    private readonly coverage: UpdateCoverage,
    private readonly takeStatus: TakeAgentStatus,
  ) {}

  /** The fleet with its office equipment at the end of a day, by class and status; for managers the figures alone. */
  @Get('equipment-count')
  @Require('cmdb.read')
  async count(@CurrentActor() actor: Actor, @Query() { on }: CountItemsRequest): Promise<EquipmentCountResponse> {
    const end = await endOfDay(this.database, on);
    const counted = await this.counts.read(actor, end.day);
    return { ...counted, on: end.day, dataAt: formatInstant(end.now), target: fleetTarget(Number(end.day.slice(0, 4))) };
  }

  /** The items behind the count that the actor reads. */
  @Get('equipment-count/rows')
  @Require('cmdb.read')
  rows(@CurrentActor() actor: Actor, @Query() { office, ...rest }: FindEquipmentRequest): Promise<EquipmentPageResponse> {
    return this.coverage.fleetRows(actor, { ...rest, office: office === 'true' });
  }

  /** Workstations in use whose agent was heard of within thirty days, at the end of a day. */
  @Get('update-coverage')
  @Require('cmdb.read')
  covered(@CurrentActor() actor: Actor, @Query() { on }: CountItemsRequest): Promise<UpdateCoverageResponse> {
    return this.coverage.read(actor, on);
  }

  @Get('update-coverage/rows')
  @Require('cmdb.read')
  coveredRows(@CurrentActor() actor: Actor, @Query() request: FindCoverageRequest): Promise<CoveragePageResponse> {
    return this.coverage.rows(actor, request);
  }

  /** A CSV file of what update agents say: tag, when last heard of, enrolled or not. Checked first, applied with `apply=true`. */
  @Post('configuration-items/agent-status')
  @HttpCode(200)
  @Require('cmdb.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  async status(
    @CurrentActor() actor: Actor,
    @Query() { apply }: AgentStatusRequest,
    @Req() request: UploadRequest,
  ): Promise<AgentStatusResponse> {
    const file = await readUpload(request, { most: BYTES_MAX, missing: refused('file-missing'), tooLarge: refused('file-too-large') });
    return this.takeStatus.execute(actor, file, { apply: apply === 'true' });
  }
}

const refused = (code: string): DomainError =>
  new DomainError(`assets.import.${code}`, { megabytes: BYTES_MAX / 1024 / 1024 }, 'invalid', [
    { pointer: '/file', code: `assets.import.${code}` },
  ]);
