import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, ChangeHistoryResponse, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { etag, Require } from '#platform';
import { SharedAnswers } from '#replies';
import { RuleHistory } from '../reads/rule-history.js';
import { RulePages } from '../reads/rule-pages.js';
import { KeepRules } from '../use-cases/keep-rules.js';
import { MoveRuleRequest, RuleRequest, termsFrom } from './requests/rule.request.js';
import { OfferedAnswersResponse, RuleResponse, RulesResponse } from './responses/rule.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('routing.rule') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Rules of where new incidents go. Whoever works at the Centre reads them; `If-Match` names the version that was looked at. */
@ApiTags('routing')
@Controller('routing-rules')
export class RulesController {
  constructor(
    private readonly pages: RulePages,
    private readonly history: RuleHistory,
    private readonly keep: KeepRules,
    private readonly answers: SharedAnswers,
  ) {}

  /** All of them, in the order in which they are asked. */
  @Get()
  @Require('sla.read')
  async list(@CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: WithHeaders): Promise<RulesResponse> {
    const page = await this.pages.list(actor);
    reply.header('etag', etag(page.version));
    return page;
  }

  /** Puts a rule behind all others. */
  @Post()
  @Require('admin.settings')
  async create(
    @CurrentActor() actor: Actor,
    @Body() request: RuleRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RuleResponse> {
    return this.answer(actor, await this.keep.create(actor, termsFrom(request)), reply);
  }

  /** Answers that a rule may send. */
  @Get('answers')
  @Require('admin.settings')
  async offered(): Promise<OfferedAnswersResponse> {
    const all = await this.answers.list();
    const items = all.filter(({ needsPerson }) => !needsPerson);
    return { items: items.map(({ id, name, textLv, textEn }) => ({ id, name, textLv, textEn })) };
  }

  @Get(':id')
  @Require('sla.read')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RuleResponse> {
    return this.answer(actor, id, reply);
  }

  /** Writes the whole of it anew. */
  @Put(':id')
  @Require('admin.settings')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: RuleRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RuleResponse> {
    await this.keep.change(actor, id, termsFrom(request), ifMatch);
    return this.answer(actor, id, reply);
  }

  @Delete(':id')
  @HttpCode(204)
  @Require('admin.settings')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<void> {
    await this.keep.remove(actor, id, ifMatch);
  }

  /** Puts it in another place. `If-Match` names the version of the whole set. */
  @Put(':id/position')
  @Require('admin.settings')
  async move(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { position }: MoveRuleRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RulesResponse> {
    await this.keep.move(actor, id, position, ifMatch);
    return this.list(actor, reply);
  }

  /** What was changed, oldest first. */
  @Get(':id/history')
  @Require('sla.read')
  async changes(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<ChangeHistoryResponse> {
    await this.pages.one(actor, id);
    return this.history.read(actor, id);
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<RuleResponse> {
    const rule = await this.pages.one(actor, id);
    reply.header('etag', etag(rule.version));
    return rule;
  }
}
