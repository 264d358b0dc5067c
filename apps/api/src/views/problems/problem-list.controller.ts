import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { ProblemPageResponse, type ProblemState } from '#problems';
import { ExportProblemsRequest, FindProblemsRequest } from './find-problems.request.js';
import { ProblemListExport } from './problem-list-export.js';
import { ProblemList } from './problem-list.js';

/** The list of problems. */
@Controller('problems')
@Require('ticket.desk')
export class ProblemListController {
  constructor(
    private readonly list: ProblemList,
    private readonly exports: ProblemListExport,
  ) {}

  /** Problems that the actor may see, the latest first; without `state` those that are not over. */
  @Get()
  async find(@CurrentActor() actor: Actor, @Query() { state, ...query }: FindProblemsRequest): Promise<ProblemPageResponse> {
    return this.list.page(actor, { ...query, states: statesOf(state) });
  }

  /** The problems of a list as a file, in its order; a file that cannot hold all of them says so in its last row. No formula in it runs. */
  @Get('export')
  async export(@CurrentActor() actor: Actor, @Query() { state, format, ...query }: ExportProblemsRequest): Promise<StreamableFile> {
    return this.exports.file(actor, { ...query, states: statesOf(state) }, format);
  }
}

const statesOf = (state: FindProblemsRequest['state']): readonly ProblemState[] | 'any' | undefined =>
  state?.includes('any') ? 'any' : state?.flatMap((one) => (one === 'any' ? [] : [one]));
