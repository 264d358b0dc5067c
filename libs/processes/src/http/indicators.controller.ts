import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { downloadDisposition, readUpload, Require, SAFE_DOWNLOAD_HEADERS, type UploadRequest } from '#platform';
import { IndicatorReader } from '../reads/indicator-reader.js';
import { RecordMeasurement } from '../use-cases/record-measurement.js';
import { SetIndicatorTarget } from '../use-cases/set-indicator-target.js';
import { IndicatorTargetRequest, MeasurementRequest } from './requests/scorecard.request.js';
import { IndicatorDetailResponse, IndicatorMeasurementsResponse } from './responses/indicator.response.js';
import { requireKeeper } from './scorecards.controller.js';

/** More than any scanned report. */
const BYTES_MAX = 10 * 1024 * 1024;
const UPLOAD = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('processes.indicator') });
const measurementUuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('processes.measurement') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

const refused = (code: string): DomainError =>
  new DomainError(`processes.${code}`, { megabytes: BYTES_MAX / 1024 / 1024 }, 'invalid', [
    { pointer: '/file', code: `processes.${code}` },
  ]);

/** Indicators of a scorecard, their targets and the values that the desk does not measure. */
@ApiTags('scorecards')
@Controller('indicators/:id')
export class IndicatorsController {
  constructor(
    private readonly reader: IndicatorReader,
    private readonly recording: RecordMeasurement,
    private readonly targets: SetIndicatorTarget,
  ) {}

  @Get()
  @Require('scorecard.read')
  read(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<IndicatorDetailResponse> {
    return this.reader.read(actor, id);
  }

  /** Values that were recorded, the latest first. */
  @Get('measurements')
  @Require('scorecard.read')
  async measurements(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<IndicatorMeasurementsResponse> {
    return { items: await this.reader.measurements(actor, id) };
  }

  /** A value with the document that it comes from. What the desk itself measures nobody records. */
  @Post('measurements')
  @Require('scorecard.write')
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: MeasurementRequest,
  ): Promise<IndicatorDetailResponse> {
    requireKeeper(actor);
    const { year, origin, source, value = null, numerator = null, denominator = null, achievedOn = null } = request;
    await this.recording.execute(actor.id, id, { year, origin, source, value, numerator, denominator, achievedOn });
    return this.reader.read(actor, id);
  }

  /** The file that proves a value, as `multipart/form-data`. Once: a value does not change. */
  @Put('measurements/:measurementId/file')
  @Require('scorecard.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Param('measurementId', measurementUuid) measurementId: string,
    @Req() request: UploadRequest,
  ): Promise<IndicatorDetailResponse> {
    requireKeeper(actor);
    const file = await readUpload(request, { most: BYTES_MAX, missing: refused('file-missing'), tooLarge: refused('file-too-large') });
    if (file.bytes.length === 0) throw refused('file-missing');
    await this.recording.file(actor.id, id, measurementId, { name: file.name.slice(0, 200), bytes: file.bytes });
    return this.reader.read(actor, id);
  }

  /** The file, for saving only. */
  @Get('measurements/:measurementId/file')
  @Require('scorecard.read')
  async saved(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Param('measurementId', measurementUuid) measurementId: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<StreamableFile> {
    const file = await this.reader.file(actor, id, measurementId);
    if (!file) throw notFound('processes.measurement');
    for (const [name, value] of Object.entries(SAFE_DOWNLOAD_HEADERS)) reply.header(name, value);
    const disposition = downloadDisposition(file.name);
    return new StreamableFile(file.bytes, { type: 'application/octet-stream', disposition, length: file.bytes.length });
  }

  /** Another target of a year, with the document that sets it. */
  @Post('targets')
  @HttpCode(201)
  @Require('scorecard.write')
  async target(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { year, value, source }: IndicatorTargetRequest,
  ): Promise<IndicatorDetailResponse> {
    requireKeeper(actor);
    await this.targets.execute(actor.id, id, { year, value, source });
    return this.reader.read(actor, id);
  }
}
