import { Controller, Get } from '@nestjs/common';
import { Require } from '#platform';
import { changeLifecycle } from '../domain/change-lifecycle.js';
import { ChangeLifecycleResponse } from './responses/change-lifecycle.response.js';

/** The lifecycle as data, for pictures and words; what one may do, `abilities` say. */
@Controller('lifecycles/change')
@Require()
export class ChangeLifecycleController {
  @Get()
  change(): ChangeLifecycleResponse {
    const { name, version, initial, transitions } = changeLifecycle;
    return {
      ...{ name, version, initial },
      transitions: Object.entries(transitions).flatMap(([from, arrows]) =>
        arrows.map(({ event, to, kinds, guards, actors, effects }) => ({
          ...{ from, event, to, kinds: [...kinds] },
          ...{ guards: [...guards], actors: [...actors], effects: [...effects] },
        })),
      ),
    };
  }
}
