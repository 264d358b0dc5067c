import { Controller, Get } from '@nestjs/common';
import { Require } from '#platform';
import { incidentLifecycle } from '../domain/incident-lifecycle.js';
import { LifecycleResponse } from './responses/lifecycle.response.js';

/** Lifecycles as data, for pictures and words; what one may do, `abilities` say. */
@Controller('lifecycles')
export class LifecyclesController {
  @Get('incident')
  @Require()
  incident(): LifecycleResponse {
    const { name, version, initial, transitions } = incidentLifecycle;
    return {
      name,
      version,
      initial,
      transitions: Object.entries(transitions).flatMap(([from, arrows]) =>
        arrows.map(({ event, to, guards, actors, effects }) => ({
          from,
          event,
          to,
          guards: [...guards],
          actors: [...actors],
          effects: [...effects],
        })),
      ),
    };
  }
}
