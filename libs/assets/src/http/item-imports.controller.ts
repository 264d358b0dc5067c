import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { DomainError, notFound } from '#kernel';
import { readUpload, Require, type UploadRequest } from '#platform';
import { ImportView } from '../reads/import-view.js';
import { ApplyImport } from '../use-cases/apply-import.js';
import { CheckImport } from '../use-cases/check-import.js';
import { ItemImportResponse } from './responses/item-import.response.js';

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
  async check(@CurrentActor() actor: Actor, @Req() request: UploadRequest): Promise<ItemImportResponse> {
    const { name, bytes } = await readUpload(request, {
      most: BYTES_MAX,
      missing: refused('file-missing'),
      tooLarge: refused('file-too-large'),
    });
    return this.view.read(actor, await this.checkImport.execute(actor, name, bytes));
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

const refused = (code: string): DomainError =>
  new DomainError(`assets.import.${code}`, { megabytes: BYTES_MAX / 1024 / 1024 }, 'invalid', [
    { pointer: '/file', code: `assets.import.${code}` },
  ]);
