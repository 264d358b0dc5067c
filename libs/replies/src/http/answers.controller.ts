import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { etag, Require } from '#platform';
import type { AnswerTerms } from '../domain/answer.js';
import { AnswerExport } from '../reads/answer-export.js';
import { AnswerPages } from '../reads/answer-pages.js';
import { KeepAnswer } from '../use-cases/keep-answer.js';
import { AnswerRequest, AnswersRequest, ExportAnswersRequest } from './requests/answer.request.js';
import { AnswerResponse, AnswersResponse } from './responses/answer.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('replies.answer') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Answers kept ready. `If-Match` names the version that was looked at. */
@ApiTags('answers')
@Controller('answers')
@Require('answer.write')
export class AnswersController {
  constructor(
    private readonly pages: AnswerPages,
    private readonly exports: AnswerExport,
    private readonly keep: KeepAnswer,
  ) {}

  /** One's own, those of one's groups and everybody's, by name. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() query: AnswersRequest): Promise<AnswersResponse> {
    return this.pages.list(actor, query);
  }

  /** The same list as a file; one that cannot hold all of it says so in its last row. No formula in it runs. */
  @Get('export')
  async export(@CurrentActor() actor: Actor, @Query() { format, ...query }: ExportAnswersRequest): Promise<StreamableFile> {
    return this.exports.file(actor, query, format);
  }

  @Get(':id')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<AnswerResponse> {
    return this.answer(actor, id, reply);
  }

  @Post()
  async create(
    @CurrentActor() actor: Actor,
    @Body() request: AnswerRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<AnswerResponse> {
    return this.answer(actor, await this.keep.create(actor, termsOf(request)), reply);
  }

  /** Writes the whole of it anew. */
  @Put(':id')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: AnswerRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<AnswerResponse> {
    await this.keep.change(actor, id, termsOf(request), ifMatch);
    return this.answer(actor, id, reply);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.keep.remove(actor, id, ifMatch);
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<AnswerResponse> {
    const answer = await this.pages.one(actor, id);
    reply.header('etag', etag(answer.version));
    return answer;
  }
}

/** An empty text is none. */
function termsOf({ scope, groupId, name, textLv, textEn, resolutionCode }: AnswerRequest): AnswerTerms {
  return { scope, name, groupId: groupId ?? null, textLv: textLv || null, textEn: textEn || null, resolutionCode: resolutionCode ?? null };
}
