import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ChangePageResponse } from '#changes';
import { type Actor, CurrentActor } from '#identity';
import { instantField, Require } from '#platform';
import { ChangeListExport } from './change-list-export.js';
import type { ChangeQuery } from './change-list-sql.js';
import { ChangeList } from './change-list.js';
import { ExportChangesRequest, FindChangesRequest } from './find-changes.request.js';

/** The list of changes. */
@Controller('changes')
@Require('ticket.read')
export class ChangeListController {
  constructor(
    private readonly list: ChangeList,
    private readonly exports: ChangeListExport,
  ) {}

  /** Changes that the actor may see, the latest first; without `state` those that are not finished. */
  @Get()
  async find(@CurrentActor() actor: Actor, @Query() { cursor, limit, ...request }: FindChangesRequest): Promise<ChangePageResponse> {
    return this.list.page(actor, { ...filtersOf(request), cursor, limit });
  }

  /** The changes of a list as a file, in its order; a file that cannot hold all of them says so in its last row. No formula in it runs. */
  @Get('export')
  async export(@CurrentActor() actor: Actor, @Query() { format, ...request }: ExportChangesRequest): Promise<StreamableFile> {
    return this.exports.file(actor, filtersOf(request), format);
  }
}

type Filters = Omit<FindChangesRequest, 'cursor' | 'limit'>;

const filtersOf = ({ state, from, to, ...query }: Filters): Omit<ChangeQuery, 'cursor' | 'limit'> => ({
  ...query,
  states: state?.includes('any') ? 'any' : state?.flatMap((one) => (one === 'any' ? [] : [one])),
  from: instantField(from, 'from') ?? null,
  to: instantField(to, 'to') ?? null,
});
