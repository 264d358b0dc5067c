import { Body, Controller, Delete, Get, Headers, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, ChangeHistory, ChangeHistoryResponse, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { etag, Require } from '#platform';
import { TextRegister } from '../reads/text-register.js';
import { TextSamples } from '../reads/text-samples.js';
import { ChangeText, TEXT_SUBJECT, textId } from '../use-cases/change-text.js';
import { SendTrialMail } from '../use-cases/send-trial-mail.js';
import { asMailPage, type WithHeaders } from './mail-page.js';
import { NoticeTextRequest, TrialTextRequest } from './requests/notice-texts.request.js';
import { NoticeTextResponse, NoticeTextsResponse, TextSampleResponse, TrialMailResponse } from './responses/notice-texts.response.js';

/** The words of notices and mails. `If-Match` names the version that was looked at; 0 where nobody has worded it anew. */
@ApiTags('notice-texts')
@Controller('notice-texts')
@Require('admin.settings')
export class NoticeTextsController {
  constructor(
    private readonly register: TextRegister,
    private readonly samples: TextSamples,
    private readonly change: ChangeText,
    private readonly trial: SendTrialMail,
    private readonly history: ChangeHistory,
  ) {}

  /** All of them, by what they tell of. */
  @Get()
  async list(): Promise<NoticeTextsResponse> {
    return { items: (await this.register.list()).map((text) => ({ ...text, places: [...text.places] })) };
  }

  @Get(':key')
  async read(@Param('key') key: string, @Res({ passthrough: true }) reply: WithHeaders): Promise<NoticeTextResponse> {
    const text = await this.register.one(key);
    reply.header('etag', etag(text.version));
    return { ...text, places: [...text.places] };
  }

  /** Words it anew in both languages, for all mails and notices from now on. */
  @Put(':key')
  async word(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Body() { lv, en }: NoticeTextRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<NoticeTextResponse> {
    await this.change.word(actor, key, { lv, en }, ifMatch);
    return this.read(key, reply);
  }

  /** Goes back to the words that were shipped. */
  @Delete(':key')
  @HttpCode(200)
  async restore(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<NoticeTextResponse> {
    await this.change.restore(actor, key, ifMatch);
    return this.read(key, reply);
  }

  /** How it reads, with made-up values, saved or not. */
  @Get(':key/sample')
  async sample(@Param('key') key: string, @Query() { locale, text }: TrialTextRequest): Promise<TextSampleResponse> {
    const { line, mail } = await this.samples.of({ key, locale, text });
    return { line, mail: mail && { subject: mail.subject, text: mail.text } };
  }

  /** The made-up mail as its reader sees it. */
  @Get(':key/page')
  @ApiProduces('text/html')
  @ApiOkResponse({ schema: { type: 'string' } })
  async page(
    @Param('key') key: string,
    @Query() { locale, text }: TrialTextRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<string> {
    const { mail } = await this.samples.of({ key, locale, text });
    if (!mail) throw notFound('notifications.text');
    asMailPage(reply);
    return mail.html;
  }

  /** Sends oneself the made-up mail. */
  @Post(':key/trial-mail')
  @HttpCode(202)
  async send(
    @CurrentActor() actor: Actor,
    @Param('key') key: string,
    @Body() { locale, text }: TrialTextRequest,
  ): Promise<TrialMailResponse> {
    return { to: await this.trial.execute(actor, { key, locale, text }) };
  }

  /** What was changed, oldest first. */
  @Get(':key/history')
  async changes(@CurrentActor() actor: Actor, @Param('key') key: string): Promise<ChangeHistoryResponse> {
    this.register.shipped(key);
    return { items: await this.history.read(actor.locale, { subject: TEXT_SUBJECT, module: 'notifications' }, textId(key)) };
  }
}
