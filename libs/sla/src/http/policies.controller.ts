import { Body, Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { ExplainPolicyMatch } from '../reads/explain-policy-match.js';
import { PolicyReader } from '../reads/policy-reader.js';
import { CreatePolicy } from '../use-cases/create-policy.js';
import { MatchRequest, NewPolicyRequest } from './requests/policy.request.js';
import { PolicyMatchResponse } from './responses/match.response.js';
import { PoliciesResponse, PolicyResponse, PolicyVersionResponse } from './responses/policy.response.js';

const exceptionFactory = (): Error => notFound('sla.policy');
const uuid = new ParseUUIDPipe({ exceptionFactory });
const whole = new ParseIntPipe({ exceptionFactory });

/** Policies: what is promised, for which tickets, in which version. */
@Controller('policies')
export class PoliciesController {
  constructor(
    private readonly policies: PolicyReader,
    private readonly match: ExplainPolicyMatch,
    private readonly createPolicy: CreatePolicy,
  ) {}

  /** All policies with their versions and drafts, the general one first. */
  @Get()
  @Require('sla.read')
  async list(@CurrentActor() actor: Actor): Promise<PoliciesResponse> {
    return { items: await this.policies.list(actor) };
  }

  /** Makes another policy, as a draft of what the general one says; agreements can name it once it is published. */
  @Post()
  @Require('sla.draft')
  async create(@CurrentActor() actor: Actor, @Body() request: NewPolicyRequest): Promise<PolicyResponse> {
    return this.policies.one(actor, await this.createPolicy.execute(actor, request));
  }

  /** Which targets a ticket would get now, and why the others were passed over. */
  @Get('match')
  @Require('sla.read')
  async explain(@CurrentActor() actor: Actor, @Query() query: MatchRequest): Promise<PolicyMatchResponse> {
    const { ticketType, priority, serviceId = null, institutionId = null, groupId = null, versionId = null } = query;
    return this.match.execute(actor, { ticketType, priority, serviceId, institutionId, groupId, versionId });
  }

  /** What a published version says. */
  @Get(':id/versions/:version')
  @Require('sla.read')
  async version(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Param('version', whole) version: number,
  ): Promise<PolicyVersionResponse> {
    return this.policies.version(actor, id, version);
  }
}
