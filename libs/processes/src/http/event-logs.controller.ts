import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { readUpload, Require, type UploadRequest } from '#platform';
import { EventLogView } from '../reads/event-log-view.js';
import { FlowReader } from '../reads/flow-reader.js';
import { EventLogKeeper } from '../use-cases/event-log-keeper.js';
import { EventLogColumnsRequest, EventLogNameRequest, EventLogsRequest, FlowPeriodRequest } from './requests/flow.request.js';
import { EventLogResponse, EventLogsResponse } from './responses/event-log.response.js';
import { FlowAnswerResponse } from './responses/flow.response.js';

/** Packed, that is a log of several million events; more than half a million are refused when it is read. */
const BYTES_MAX = 60 * 1024 * 1024;
const UPLOAD = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('processes.event-log') });

const refused = (code: string): DomainError =>
  new DomainError(`processes.${code}`, { megabytes: BYTES_MAX / 1024 / 1024 }, 'invalid', [
    { pointer: '/file', code: `processes.${code}` },
  ]);

/** Event logs of other systems: CSV or XES, plain or gzip. */
@ApiTags('event logs')
@Controller('event-logs')
export class EventLogsController {
  constructor(
    private readonly keeper: EventLogKeeper,
    private readonly view: EventLogView,
    private readonly flows: FlowReader,
  ) {}

  /** Latest first. */
  @Get()
  @Require('process.read')
  list(@CurrentActor() actor: Actor, @Query() { cursor, limit }: EventLogsRequest): Promise<EventLogsResponse> {
    return this.view.page(actor, cursor, limit);
  }

  /** Takes a file as `multipart/form-data` and answers its columns, to choose from. */
  @Post()
  @Require('event-log.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  async add(
    @CurrentActor() actor: Actor,
    @Query() { name = '' }: EventLogNameRequest,
    @Req() request: UploadRequest,
  ): Promise<EventLogResponse> {
    const file = await readUpload(request, { most: BYTES_MAX, missing: refused('file-missing'), tooLarge: refused('file-too-large') });
    if (file.bytes.length === 0) throw refused('file-missing');
    return this.view.one(actor, await this.keeper.add(actor, name, file));
  }

  /** How far it is, while it is read. */
  @Get(':id')
  @Require('process.read')
  read(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<EventLogResponse> {
    return this.view.one(actor, id);
  }

  /** Begins to read the file by the chosen columns; one that was refused may be read again by others. */
  @Post(':id/reading')
  @HttpCode(202)
  @Require('event-log.write')
  async begin(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() columns: EventLogColumnsRequest,
  ): Promise<EventLogResponse> {
    const { caseColumn, activityColumns, timeColumn, timeFormat, groupColumn } = columns;
    await this.keeper.read(actor, id, {
      ...{ caseColumn, activityColumns, timeColumn },
      ...(timeFormat ? { timeFormat } : {}),
      ...(groupColumn ? { groupColumn } : {}),
    });
    return this.view.one(actor, id);
  }

  @Delete(':id')
  @HttpCode(204)
  @Require('event-log.write')
  async remove(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<void> {
    await this.keeper.remove(actor, id);
  }

  /** The flow of its cases; with days, of those that ended then. */
  @Get(':id/flow')
  @Require('process.read')
  async flow(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Query() period: FlowPeriodRequest): Promise<FlowAnswerResponse> {
    return this.flows.read(actor, await this.flows.logSelection(id, period));
  }

  /** Begins to mine a log that is too large to wait for. */
  @Post(':id/flow-runs')
  @HttpCode(202)
  @Require('process.read')
  async mine(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Body() period: FlowPeriodRequest): Promise<FlowAnswerResponse> {
    return this.flows.begin(actor, await this.flows.logSelection(id, period));
  }
}
