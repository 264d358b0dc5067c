import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Require } from '#platform';
import { JobsOverview } from './jobs-overview.js';
import { JobsResponse } from './responses/jobs.response.js';

/** The workers' recurring jobs. */
@ApiTags('administration')
@Controller('jobs')
export class JobsController {
  constructor(private readonly overview: JobsOverview) {}

  @Get()
  @Require('admin.settings')
  async read(): Promise<JobsResponse> {
    return this.overview.read();
  }
}
