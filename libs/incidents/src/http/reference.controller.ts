import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, ChangeHistory, ChangeHistoryResponse, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { etag, Require } from '#platform';
import { isOfSystem, mayPause } from '../domain/reference-word.js';
import { type ReferenceWord, ReferenceWords } from '../reads/reference-words.js';
import { KeepReference } from '../use-cases/keep-reference.js';
import type { WithHeaders } from './incidents.controller.js';
import { AddReferenceWordRequest, ChangeReferenceWordRequest, ReferenceOrderRequest } from './requests/reference-word.request.js';
import { ReferenceWordResponse, ReferenceWordsResponse } from './responses/reference-word.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('incidents.reference-word') });

/** The words of hold reasons, resolution codes and categories: everybody reads them, the administrator keeps them. */
@ApiTags('administration')
@Controller('reference-words')
export class ReferenceController {
  constructor(
    private readonly words: ReferenceWords,
    private readonly keep: KeepReference,
    private readonly history: ChangeHistory,
  ) {}

  @Get()
  @Require()
  async list(): Promise<ReferenceWordsResponse> {
    return { items: (await this.words.all()).map(presented) };
  }

  @Post()
  @Require('admin.settings')
  async add(
    @CurrentActor() actor: Actor,
    @Body() { descriptionLv = null, descriptionEn = null, ...rest }: AddReferenceWordRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ReferenceWordResponse> {
    return this.answer(await this.keep.add(actor, { descriptionLv, descriptionEn, ...rest }), reply);
  }

  /** Puts a whole list in another order. */
  @Put('order')
  @HttpCode(200)
  @Require('admin.settings')
  async order(@CurrentActor() actor: Actor, @Body() { list, ids }: ReferenceOrderRequest): Promise<ReferenceWordsResponse> {
    await this.keep.order(actor, list, ids);
    return this.list();
  }

  /** Changes the fields that it names. `If-Match` is held against the version where it is sent. */
  @Patch(':id')
  @Require('admin.settings')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: ChangeReferenceWordRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<ReferenceWordResponse> {
    await this.keep.change(actor, id, request, ifMatch);
    return this.answer(id, reply);
  }

  /** What was changed, oldest first. */
  @Get(':id/history')
  @Require('admin.settings', 'audit.read')
  async changes(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<ChangeHistoryResponse> {
    await this.words.one(id);
    return { items: await this.history.read(actor.locale, { subject: 'reference-word', module: 'incidents' }, id) };
  }

  private async answer(id: string, reply: WithHeaders): Promise<ReferenceWordResponse> {
    const word = await this.words.one(id);
    reply.header('etag', etag(word.version));
    return presented(word);
  }
}

function presented({ position: _position, ...word }: ReferenceWord): ReferenceWordResponse {
  return { ...word, ofSystem: isOfSystem(word.code), mayPause: mayPause(word.list, word.code) };
}
