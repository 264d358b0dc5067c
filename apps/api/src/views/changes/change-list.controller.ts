import { Controller, Get, Query } from '@nestjs/common';
import { ChangePageResponse } from '#changes';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { ChangeList } from './change-list.js';
import { FindChangesRequest } from './find-changes.request.js';

/** The list of changes. */
@Controller('changes')
@Require('ticket.read')
export class ChangeListController {
  constructor(private readonly list: ChangeList) {}

  /** Changes that the actor may see, the latest first; without `state` those that are not finished. */
  @Get()
  async find(@CurrentActor() actor: Actor, @Query() { state, ...query }: FindChangesRequest): Promise<ChangePageResponse> {
    const states = state?.includes('any') ? 'any' : state?.flatMap((one) => (one === 'any' ? [] : [one]));
    return this.list.page(actor, { ...query, states });
  }
}
