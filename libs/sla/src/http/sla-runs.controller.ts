import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { DomainError } from '#kernel';
import { PAGE_DEFAULT, Require } from '#platform';
import { SlaRuns } from '../reads/sla-runs.js';
import { SlaRunsRequest } from './requests/sla-runs.request.js';
import { SlaRunResponse, SlaRunsResponse } from './responses/sla-run.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => new DomainError('sla.run-not-found', {}, 'not-found') });

/** Long work over clocks: the replan after a calendar's publication, and what-ifs. */
@ApiTags('sla')
@Controller('sla-runs')
export class SlaRunsController {
  constructor(private readonly runs: SlaRuns) {}

  /** Runs that the person may know of, latest first. */
  @Get()
  @Require('sla.read', 'sla.simulate')
  async list(@CurrentActor() actor: Actor, @Query() { limit = PAGE_DEFAULT, ...query }: SlaRunsRequest): Promise<SlaRunsResponse> {
    const runs = await this.runs.list(actor, { ...query, limit });
    return { items: runs.map((run) => SlaRunResponse.from(run)) };
  }

  /** How far a run is; ask again while it waits or runs. */
  @Get(':id')
  @Require('sla.read', 'sla.simulate')
  async read(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<SlaRunResponse> {
    return SlaRunResponse.from(await this.runs.read(actor, id));
  }

  /** Ends a what-if before its time. */
  @Post(':id/cancellation')
  @HttpCode(200)
  @Require('sla.simulate')
  async cancel(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<SlaRunResponse> {
    return SlaRunResponse.from(await this.runs.cancel(actor, id));
  }
}
