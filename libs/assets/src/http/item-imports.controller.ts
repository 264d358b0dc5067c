import { BadRequestException, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import type { MultipartFile } from '@fastify/multipart';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { Require } from '#platform';
import { ImportView } from '../reads/import-view.js';
import { ApplyImport } from '../use-cases/apply-import.js';
import { CheckImport } from '../use-cases/check-import.js';
import { ItemImportResponse } from './responses/item-import.response.js';

interface MultipartRequest {
  isMultipart(): boolean;
  file(): Promise<MultipartFile | undefined>;
}

/** More than 60,000 full lines. */
const BYTES_MAX = 20 * 1024 * 1024;
const UPLOAD = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('assets.import') });

/** Taking in the register from a CSV file: first it is checked and shown, then it is applied. */
@ApiTags('configuration items')
@Controller('configuration-item-imports')
@Require('cmdb.write')
export class ItemImportsController {
  constructor(
    private readonly checkImport: CheckImport,
    private readonly applyImport: ApplyImport,
    private readonly view: ImportView,
  ) {}

  /** A dry run: reads the file and answers what it would change, line by line. Nothing in the register changes. */
  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  async check(@CurrentActor() actor: Actor, @Req() request: MultipartRequest): Promise<ItemImportResponse> {
    const file = request.isMultipart() ? await request.file().catch(refuseBroken) : undefined;
    if (!file) throw refused('file-missing');
    return this.view.read(actor, await this.checkImport.execute(actor, file.filename, await contentOf(file)));
  }

  @Get(':id')
  async read(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<ItemImportResponse> {
    return this.view.read(actor, id);
  }

  /** Applies a checked file; the lines with faults are left out. The workers do it; ask again how far they are. */
  @Post(':id/application')
  @HttpCode(202)
  async apply(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<ItemImportResponse> {
    await this.applyImport.execute(actor, id);
    return this.view.read(actor, id);
  }
}

async function contentOf(file: MultipartFile): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of file.file as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= BYTES_MAX) parts.push(part);
  }
  if (size > BYTES_MAX || file.file.truncated) throw refused('file-too-large');
  return Buffer.concat(parts);
}

const refused = (code: string): DomainError =>
  new DomainError(`assets.import.${code}`, { megabytes: BYTES_MAX / 1024 / 1024 }, 'invalid', [
    { pointer: '/file', code: `assets.import.${code}` },
  ]);

/** A form without a boundary, or cut off in the middle, is the caller's fault; its parser says so by the message alone. */
function refuseBroken(error: unknown): never {
  throw error instanceof Error && error.message.toLowerCase().includes('multipart') ? new BadRequestException() : error;
}
