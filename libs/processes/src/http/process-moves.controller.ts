import { Body, Controller, Headers, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { ProcessReader } from '../reads/process-reader.js';
import { MoveProcess } from '../use-cases/move-process.js';
import { RetirementRequest } from './requests/process.request.js';
import { ProcessResponse } from './responses/process.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('processes') });

/** Takes a process from stage to stage (DOMAIN 3.7). */
@ApiTags('processes')
@Controller('processes/:id')
export class ProcessMovesController {
  constructor(
    private readonly moves: MoveProcess,
    private readonly reader: ProcessReader,
  ) {}

  /** The design is whole: scope, description, roles, two metrics. */
  @Post('design')
  @HttpCode(200)
  @Require('process.write')
  async design(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ProcessResponse> {
    await this.moves.design(actor, id, ifMatch);
    return this.reader.one(actor, id);
  }

  /** A manager who does not own it approves it by its order. */
  @Post('approval')
  @HttpCode(200)
  @Require('process.approve')
  async approval(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ProcessResponse> {
    await this.moves.approve(actor, id, ifMatch);
    return this.reader.one(actor, id);
  }

  @Post('start')
  @HttpCode(200)
  @Require('process.write')
  async start(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ProcessResponse> {
    await this.moves.goLive(actor, id, ifMatch);
    return this.reader.one(actor, id);
  }

  /** All six conditions are met. */
  @Post('implementation')
  @HttpCode(200)
  @Require('process.approve')
  async implementation(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ProcessResponse> {
    await this.moves.implement(actor, id, ifMatch);
    return this.reader.one(actor, id);
  }

  /** The yearly review, with a document of its own. */
  @Post('review')
  @HttpCode(200)
  @Require('process.write')
  async review(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ProcessResponse> {
    await this.moves.review(actor, id, ifMatch);
    return this.reader.one(actor, id);
  }

  @Post('retirement')
  @HttpCode(200)
  @Require('process.approve')
  async retirement(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { orderNumber }: RetirementRequest,
    @Headers('if-match') ifMatch?: string,
  ): Promise<ProcessResponse> {
    await this.moves.retire(actor, id, orderNumber, ifMatch);
    return this.reader.one(actor, id);
  }
}
