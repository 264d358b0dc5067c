import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Database, downloadDisposition, Require, SAFE_DOWNLOAD_HEADERS, type UploadRequest } from '#platform';
import { ProcessReader } from '../reads/process-reader.js';
import { EvidenceStore } from '../store/evidence-store.js';
import { KeepEvidence } from '../use-cases/keep-evidence.js';
import { FILE_UPLOAD, readEvidenceFile } from './evidence-upload.js';
import { EvidenceRequest, WithdrawalRequest } from './requests/process.request.js';
import { ProcessResponse } from './responses/process.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('processes.evidence') });
const or = (text: string | null | undefined): string | null => (text ? text : null);

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Documents that prove something of a process. */
@ApiTags('processes')
@Controller('processes/:id/evidence')
export class EvidenceController {
  constructor(
    private readonly database: Database,
    private readonly keep: KeepEvidence,
    private readonly evidence: EvidenceStore,
    private readonly reader: ProcessReader,
  ) {}

  @Post()
  @Require('process.write')
  async add(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Body() request: EvidenceRequest): Promise<ProcessResponse> {
    const { kind, document } = request;
    await this.keep.add(actor, id, {
      ...{ kind, document },
      orderNumber: or(request.orderNumber),
      orderDate: or(request.orderDate),
      signatory: or(request.signatory),
      validTo: or(request.validTo),
    });
    return this.reader.one(actor, id);
  }

  /** The file of a document, as `multipart/form-data`. Once: a document does not change. */
  @Put(':evidenceId/file')
  @Require('process.write')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE_UPLOAD })
  async file(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Param('evidenceId', uuid) evidenceId: string,
    @Req() request: UploadRequest,
  ): Promise<ProcessResponse> {
    await this.keep.file(actor, id, evidenceId, await readEvidenceFile(request));
    return this.reader.one(actor, id);
  }

  /** The file, for saving only. */
  @Get(':evidenceId/file')
  @Require('process.read')
  async read(
    @Param('id', uuid) id: string,
    @Param('evidenceId', uuid) evidenceId: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<StreamableFile> {
    const file = await this.evidence.fileOf(this.database, id, evidenceId);
    if (!file) throw notFound('processes.evidence');
    for (const [name, value] of Object.entries(SAFE_DOWNLOAD_HEADERS)) reply.header(name, value);
    const disposition = downloadDisposition(file.name);
    return new StreamableFile(file.bytes, { type: 'application/octet-stream', disposition, length: file.bytes.length });
  }

  /** A manager who neither owns the process nor added the document holds it for right. */
  @Post(':evidenceId/verification')
  @HttpCode(200)
  @Require('process.approve')
  async verify(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Param('evidenceId', uuid) evidenceId: string,
  ): Promise<ProcessResponse> {
    await this.keep.verify(actor, id, evidenceId);
    return this.reader.one(actor, id);
  }

  @Delete(':evidenceId/verification')
  @Require('process.approve')
  async takeBack(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Param('evidenceId', uuid) evidenceId: string,
  ): Promise<ProcessResponse> {
    await this.keep.takeVerificationBack(actor, id, evidenceId);
    return this.reader.one(actor, id);
  }

  @Post(':evidenceId/withdrawal')
  @HttpCode(200)
  @Require('process.write')
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Param('evidenceId', uuid) evidenceId: string,
    @Body() { reason }: WithdrawalRequest,
  ): Promise<ProcessResponse> {
    await this.keep.withdraw(actor, id, evidenceId, reason);
    return this.reader.one(actor, id);
  }
}
