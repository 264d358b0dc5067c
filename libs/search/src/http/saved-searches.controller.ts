import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { formatInstant } from '#kernel';
import { Require } from '#platform';
import type { SavedSearch } from '../store/saved-searches.js';
import { KeepSearch } from '../use-cases/keep-search.js';
import { KeepSearchRequest } from './requests/keep-search.request.js';
import { SavedSearchesResponse, SavedSearchResponse } from './responses/saved-search.response.js';

/** The searches that one keeps for oneself. */
@Controller('saved-searches')
@Require('ticket.desk')
export class SavedSearchesController {
  constructor(private readonly searches: KeepSearch) {}

  /** One's own, by name. */
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<SavedSearchesResponse> {
    return { items: (await this.searches.list(actor)).map(written) };
  }

  /** Keeps a search under a name; an earlier one of that name gives way. At most 50 are kept. */
  @Put()
  async keep(@CurrentActor() actor: Actor, @Body() { name, ...query }: KeepSearchRequest): Promise<SavedSearchResponse> {
    return written(await this.searches.keep(actor, name, { ...query }));
  }

  @Delete(':id')
  @HttpCode(204)
  async drop(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.searches.drop(actor, id);
  }
}

const written = ({ id, name, query, createdAt }: SavedSearch): SavedSearchResponse => {
  const text = (field: string): string | null => (typeof query[field] === 'string' ? query[field] : null);
  return {
    ...{ id, name, q: query.q, createdAt: formatInstant(createdAt) },
    query: { kind: text('kind'), state: text('state'), sort: text('sort'), serviceId: text('serviceId') },
  };
};
