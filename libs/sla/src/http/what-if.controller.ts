import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { DomainError } from '#kernel';
import { Require } from '#platform';
import { SlaRuns } from '../reads/sla-runs.js';
import { WhatIfs } from '../reads/what-ifs.js';
import { BeginWhatIf } from '../use-cases/begin-what-if.js';
import { WhatIfListRequest, WhatIfRequest } from './requests/what-if.request.js';
import { SlaRunResponse } from './responses/sla-run.response.js';
import { ChangedSideResponse, WhatIfDetailResponse, WhatIfResponse, WhatIfsResponse } from './responses/what-if.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => new DomainError('sla.run-not-found', {}, 'not-found') });

/** The past by other rules: what compliance would have been. Nothing is changed by trying. */
@ApiTags('sla')
@Controller('what-if')
@Require('sla.simulate')
export class WhatIfController {
  constructor(
    private readonly begin: BeginWhatIf,
    private readonly runs: SlaRuns,
    private readonly whatIfs: WhatIfs,
  ) {}

  /** Begins a replay in the background; one at a time for each person. Follow it by `GET /sla-runs/{id}`. */
  @Post()
  @HttpCode(202)
  async start(@CurrentActor() actor: Actor, @Body() body: WhatIfRequest): Promise<SlaRunResponse> {
    const { id } = await this.begin.execute(actor, body);
    return SlaRunResponse.from(await this.runs.read(actor, id));
  }

  /** What was tried, latest first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { limit = 30 }: WhatIfListRequest): Promise<WhatIfsResponse> {
    return { items: (await this.whatIfs.list(actor, limit)).map((one) => WhatIfResponse.from(one)) };
  }

  /** One what-if with the tickets that change sides. */
  @Get(':id')
  async read(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<WhatIfDetailResponse> {
    const { changed, ...one } = await this.whatIfs.read(actor, id);
    return { ...WhatIfResponse.from(one), changed: changed.map((row) => ChangedSideResponse.from(row)) };
  }
}
