import { Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CalendarDrafts } from '#calendars';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { ForeseeReplan } from '../reads/foresee-replan.js';
import { CalendarImpactResponse } from './responses/calendar-impact.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('calendars') });

/** What a calendar's draft would do to open clocks; beside the draft's own routes, since clocks know calendars and not the reverse. */
@ApiTags('calendars')
@Controller('calendars/:id/draft/impact')
export class CalendarImpactController {
  constructor(
    private readonly drafts: CalendarDrafts,
    private readonly foresee: ForeseeReplan,
  ) {}

  /** Which open clocks would move, and by how much, if the draft were published now. Changes nothing; answers within two seconds. */
  @Post()
  @HttpCode(200)
  @Require('sla.draft', 'sla.publish')
  async read(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<CalendarImpactResponse> {
    const draft = await this.drafts.definition(id);
    if (!draft) throw notFound('calendars.draft');
    return CalendarImpactResponse.from(await this.foresee.execute(actor, id, draft));
  }
}
