import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { TrialPages } from '../reads/trial-pages.js';
import { BeginTrial } from '../use-cases/begin-trial.js';
import { RuleTrialRequest, termsFrom } from './requests/rule.request.js';
import { LatestTrialResponse, RuleTrialResponse } from './responses/trial.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('routing.trial') });

/** Rules tried on past tickets. Nothing is changed by trying. */
@ApiTags('routing')
@Controller('routing-rule-trials')
@Require('admin.settings')
export class TrialsController {
  constructor(
    private readonly begin: BeginTrial,
    private readonly pages: TrialPages,
  ) {}

  /** Begins a try in the background; what the same person was trying ends. */
  @Post()
  @HttpCode(202)
  async start(@CurrentActor() actor: Actor, @Body() request: RuleTrialRequest): Promise<RuleTrialResponse> {
    const { days, withInactive = false, draft, draftOf = null } = request;
    const run = await this.begin.execute(actor, { days, withInactive, draft: draft ? termsFrom(draft) : null, draftOf });
    return this.pages.one(actor, run.id);
  }

  /** What one tried last. */
  @Get('latest')
  async latest(@CurrentActor() actor: Actor): Promise<LatestTrialResponse> {
    return { trial: await this.pages.latest(actor) };
  }

  /** How far it is, and what it came to. */
  @Get(':id')
  async read(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<RuleTrialResponse> {
    return this.pages.one(actor, id);
  }
}
