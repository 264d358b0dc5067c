import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { FormatRequest, Require } from '#platform';
import type { Actor } from '../domain/actor.js';
import { RegisterExports } from '../reads/register-exports.js';
import { CurrentActor } from './current-actor.js';
import { ExportInstitutionsRequest, ExportPeopleRequest } from './requests/register-export.request.js';

/** The lists of the register as files, in their order; one that cannot hold all rows says so in its last. No formula in it runs. */
@ApiTags('administration')
@Controller('organisation')
export class RegisterExportsController {
  constructor(private readonly exports: RegisterExports) {}

  /** People with their addresses and roles leave in a file only by who keeps them. */
  @Get('people/export')
  @Require('admin.users')
  async people(@CurrentActor() actor: Actor, @Query() { format, ...query }: ExportPeopleRequest): Promise<StreamableFile> {
    return this.exports.people(actor, query, format);
  }

  @Get('institutions/export')
  @Require('organisation.read')
  async institutions(@CurrentActor() actor: Actor, @Query() { format, q }: ExportInstitutionsRequest): Promise<StreamableFile> {
    return this.exports.institutions(actor, q, format);
  }

  @Get('groups/export')
  @Require('organisation.read')
  async groups(@CurrentActor() actor: Actor, @Query() { format }: FormatRequest): Promise<StreamableFile> {
    return this.exports.groups(actor, format);
  }
}
