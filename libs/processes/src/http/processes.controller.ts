import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { etag, LifecycleResponse, Require } from '#platform';
import { processLifecycle } from '../domain/process-lifecycle.js';
import { PracticeCatalogue } from '../reads/practice-catalogue.js';
import { ProcessReader } from '../reads/process-reader.js';
import { RegisterProcess } from '../use-cases/register-process.js';
import { ProcessOwnerRequest, ProcessTermsRequest, RegisterProcessRequest } from './requests/process.request.js';
import { PracticesResponse, ProcessesResponse, ProcessResponse } from './responses/process.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('processes') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** The register of ITIL processes. `If-Match` names the revision that was looked at. */
@ApiTags('processes')
@Controller()
export class ProcessesController {
  constructor(
    private readonly reader: ProcessReader,
    private readonly practices: PracticeCatalogue,
    private readonly register: RegisterProcess,
  ) {}

  /** The practices of the framework, in its order. */
  @Get('practices')
  @Require('process.read')
  async catalogue(@CurrentActor() actor: Actor): Promise<PracticesResponse> {
    return { items: await this.practices.all(actor.locale) };
  }

  /** All processes with their conditions, and KPI-03 by years. */
  @Get('processes')
  @Require('process.read')
  list(@CurrentActor() actor: Actor): Promise<ProcessesResponse> {
    return this.reader.list(actor);
  }

  @Get('lifecycles/process')
  @Require('process.read')
  lifecycle(): LifecycleResponse {
    return LifecycleResponse.from(processLifecycle);
  }

  @Get('processes/:id')
  @Require('process.read')
  read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProcessResponse> {
    return this.answer(actor, id, reply);
  }

  @Post('processes')
  @Require('process.write')
  async create(
    @CurrentActor() actor: Actor,
    @Body() { practice, ownerId }: RegisterProcessRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProcessResponse> {
    return this.answer(actor, await this.register.register(actor, practice, ownerId), reply);
  }

  @Put('processes/:id/terms')
  @Require('process.write')
  async describe(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() terms: ProcessTermsRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProcessResponse> {
    const { scope, description, roles, metrics } = terms;
    const known = { scope, description, roles: roles.map(({ name, duty }) => ({ name, duty })), metrics };
    await this.register.describe(
      actor,
      id,
      { ...known, lifecycle: terms.lifecycle ?? null, lowVolumeReason: terms.lowVolumeReason ? terms.lowVolumeReason : null },
      ifMatch,
    );
    return this.answer(actor, id, reply);
  }

  @Post('processes/:id/owner')
  @HttpCode(200)
  @Require('process.approve')
  async owner(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { ownerId }: ProcessOwnerRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ProcessResponse> {
    await this.register.changeOwner(actor, id, ownerId ?? null, ifMatch);
    return this.answer(actor, id, reply);
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<ProcessResponse> {
    const process = await this.reader.one(actor, id);
    reply.header('etag', etag(process.revision));
    return process;
  }
}
