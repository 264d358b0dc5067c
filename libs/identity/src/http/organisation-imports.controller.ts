import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseEnumPipe,
  ParseUUIDPipe,
  Post,
  Query,
  Req,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiParam, ApiTags } from '@nestjs/swagger';
import { notFound } from '#kernel';
import { fileRefused, PageRequest, readUpload, Require, type UploadRequest } from '#platform';
import type { Actor } from '../domain/actor.js';
import { IMPORT_KINDS, type ImportKind } from '../domain/import-columns.js';
import { OrganisationExport } from '../reads/organisation-export.js';
import { OrganisationImportView } from '../reads/organisation-import-view.js';
import { ApplyOrganisationImport } from '../use-cases/apply-organisation-import.js';
import { CheckOrganisationImport } from '../use-cases/check-organisation-import.js';
import { CurrentActor } from './current-actor.js';
import { ApplyImportRequest, CheckImportRequest } from './requests/organisation-import.request.js';
import { AppliedImportsResponse, OrganisationImportResponse } from './responses/organisation-import.response.js';

/** More than 60,000 full lines. */
const BYTES_MAX = 20 * 1024 * 1024;
const UPLOAD = { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } };
const KIND = { name: 'kind', enum: IMPORT_KINDS, enumName: 'OrganisationImportKind' };

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.import') });
const kindOf = new ParseEnumPipe<Record<string, ImportKind>>(Object.fromEntries(IMPORT_KINDS.map((kind) => [kind, kind])), {
  exceptionFactory: () => notFound('identity.import'),
});

/** Taking institutions, units and people in from CSV files: first a file is checked and shown, then it is applied. */
@ApiTags('administration')
@Controller('organisation')
export class OrganisationImportsController {
  constructor(
    private readonly checkImport: CheckOrganisationImport,
    private readonly applyImport: ApplyOrganisationImport,
    private readonly view: OrganisationImportView,
    private readonly exports: OrganisationExport,
  ) {}

  /** Files that were applied, the latest first. */
  @Get('imports')
  @Require('organisation.write', 'admin.users')
  async list(@CurrentActor() actor: Actor, @Query() request: PageRequest): Promise<AppliedImportsResponse> {
    return this.view.page(actor, request);
  }

  /** A dry run: reads the file and answers what it would change, line by line. Nothing in the registers changes. */
  @Post('imports')
  @Require('organisation.write', 'admin.users')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: UPLOAD })
  async check(
    @CurrentActor() actor: Actor,
    @Query() { kind, source }: CheckImportRequest,
    @Req() request: UploadRequest,
  ): Promise<OrganisationImportResponse> {
    const refused = (code: string): Error => fileRefused('identity.import', code, { megabytes: BYTES_MAX / 1024 / 1024 });
    const file = await readUpload(request, { most: BYTES_MAX, missing: refused('file-missing'), tooLarge: refused('file-too-large') });
    return this.view.read(actor, await this.checkImport.execute(actor, { kind, source, ...file }));
  }

  @Get('imports/:id')
  @Require('organisation.write', 'admin.users')
  async read(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<OrganisationImportResponse> {
    return this.view.read(actor, id);
  }

  /** Applies a checked file; the lines with faults are left out. The workers do it; ask again how far they are. */
  @Post('imports/:id/application')
  @HttpCode(202)
  @Require('organisation.write', 'admin.users')
  async apply(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { endMissing, endings }: ApplyImportRequest,
  ): Promise<OrganisationImportResponse> {
    await this.applyImport.execute(actor, id, { endMissing, endings: endings ?? null });
    return this.view.read(actor, id);
  }

  /** The columns of a file with two lines as an example. */
  @Get('import-samples/:kind')
  @Require('organisation.write', 'admin.users')
  @ApiParam(KIND)
  async sample(@CurrentActor() actor: Actor, @Param('kind', kindOf) kind: ImportKind): Promise<StreamableFile> {
    return this.exports.sample(actor, kind);
  }

  /** All records of a kind as a file, people only while they are with us; taken in again it changes nothing. No formula in it runs. */
  @Get('exports/:kind')
  @Require('organisation.write', 'admin.users')
  @ApiParam(KIND)
  export(@CurrentActor() actor: Actor, @Param('kind', kindOf) kind: ImportKind): StreamableFile {
    return this.exports.send(actor, kind);
  }
}
