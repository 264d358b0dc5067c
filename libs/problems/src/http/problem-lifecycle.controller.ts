import { Controller, Get } from '@nestjs/common';
import { LifecycleResponse, Require } from '#platform';
import { problemLifecycle } from '../domain/problem-lifecycle.js';

/** The lifecycle as data, for pictures and words; what one may do, `abilities` say. */
@Controller('lifecycles/problem')
@Require()
export class ProblemLifecycleController {
  @Get()
  problem(): LifecycleResponse {
    return LifecycleResponse.from(problemLifecycle);
  }
}
