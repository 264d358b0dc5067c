import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { FlowCases } from '../reads/flow-cases.js';
import { FlowReader } from '../reads/flow-reader.js';
import { FlowCasesRequest, FlowRequest } from './requests/flow.request.js';
import { FlowAnswerResponse, FlowCasesResponse } from './responses/flow.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('processes') });

/** How the cases of a process really went, read out of the desk's own events. */
@ApiTags('processes')
@Controller('processes/:id')
@Require('process.read')
export class FlowController {
  constructor(
    private readonly flows: FlowReader,
    private readonly cases: FlowCases,
  ) {}

  /** The flow of the cases that ended in a period. Of very many it answers `needsRun`. */
  @Get('flow')
  async flow(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Query() request: FlowRequest): Promise<FlowAnswerResponse> {
    return this.flows.read(actor, await this.flows.deskSelection(actor, id, request));
  }

  /** Begins to mine what is too much to wait for; ask for the flow again while it is under way. */
  @Post('flow-runs')
  @HttpCode(202)
  async begin(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Body() request: FlowRequest): Promise<FlowAnswerResponse> {
    return this.flows.begin(actor, await this.flows.deskSelection(actor, id, request));
  }

  /** The cases behind a figure of the flow. */
  @Get('flow/cases')
  async behind(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Query() { mark, cursor, ...request }: FlowCasesRequest,
  ): Promise<FlowCasesResponse> {
    return this.cases.page(actor, await this.flows.deskSelection(actor, id, request), mark, cursor);
  }
}
