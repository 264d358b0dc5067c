import { Controller, Get } from '@nestjs/common';
import { LifecycleResponse, Require } from '#platform';
import { incidentLifecycle } from '../domain/incident-lifecycle.js';

/** Lifecycles as data, for pictures and words; what one may do, `abilities` say. */
@Controller('lifecycles')
export class LifecyclesController {
  @Get('incident')
  @Require()
  incident(): LifecycleResponse {
    return LifecycleResponse.from(incidentLifecycle);
  }
}
