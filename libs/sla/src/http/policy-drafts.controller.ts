import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { DomainError, type Instant, notFound, parseInstant } from '#kernel';
import { etag, Require } from '#platform';
import { DEFAULT_STEPS } from '../domain/escalation-step.js';
import { PolicyReader } from '../reads/policy-reader.js';
import { DiscardPolicyDraft } from '../use-cases/discard-policy-draft.js';
import { PublishPolicy } from '../use-cases/publish-policy.js';
import { type DraftInput, SavePolicyDraft } from '../use-cases/save-policy-draft.js';
import { PolicyDraftRequest, PolicyTargetRequest, PublishPolicyRequest } from './requests/policy.request.js';
import { PolicyComparisonResponse, PolicyDraftResponse, PolicyResponse } from './responses/policy.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('sla.policy') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** The draft of a policy: saved by one person, published by another. `If-Match` names its revision. */
@Controller('policies/:id/draft')
export class PolicyDraftsController {
  constructor(
    private readonly policies: PolicyReader,
    private readonly saveDraft: SavePolicyDraft,
    private readonly discardDraft: DiscardPolicyDraft,
    private readonly publishPolicy: PublishPolicy,
  ) {}

  /** The draft with its warnings. */
  @Get()
  @Require('sla.read')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<PolicyDraftResponse> {
    return withEtag(await this.policies.draft(actor, id), reply);
  }

  /** Saves the draft whole; makes it where there is none. */
  @Put()
  @Require('sla.draft')
  async save(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: PolicyDraftRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<PolicyDraftResponse> {
    await this.saveDraft.execute(actor, id, inputOf(request), ifMatch);
    return withEtag(await this.policies.draft(actor, id), reply);
  }

  /** Throws the draft away. */
  @Delete()
  @HttpCode(204)
  @Require('sla.draft')
  async discard(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<void> {
    await this.discardDraft.execute(actor, id);
  }

  /** Targets that publishing would add, remove or change, beside the version published last. */
  @Get('comparison')
  @Require('sla.read')
  async comparison(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<PolicyComparisonResponse> {
    return this.policies.comparison(actor, id);
  }

  /** Puts the draft into force, now or on a later day; whoever had a hand in it may not. */
  @Post('publication')
  @HttpCode(200)
  @Require('sla.publish')
  async publish(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: PublishPolicyRequest,
    @Headers('if-match') ifMatch: string | undefined,
  ): Promise<PolicyResponse> {
    await this.publishPolicy.execute(actor, id, { validFrom: instantOf(request.validFrom), ifMatch });
    return this.policies.one(actor, id);
  }
}

function withEtag(draft: PolicyDraftResponse, reply: WithHeaders): PolicyDraftResponse {
  reply.header('etag', etag(draft.revision));
  return draft;
}

function instantOf(text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  try {
    return parseInstant(text);
  } catch {
    throw new DomainError('platform.validation-failed', {}, 'invalid', [{ pointer: '/validFrom', code: 'platform.field-is-iso8601' }]);
  }
}

function inputOf({ midFlightRule, note, targets }: PolicyDraftRequest): DraftInput {
  return { midFlightRule, note: note ?? null, targets: targets.map(targetOf) };
}

function targetOf(target: PolicyTargetRequest): DraftInput['targets'][number] {
  const { ticketType, kind, priority, seconds, calendarCode, pauseReasons, thresholds } = target;
  const { serviceId = null, institutionId = null, partyId = null } = target;
  const steps =
    target.steps?.map(({ pct, action, to = null }) => ({ pct, action, to })) ?? DEFAULT_STEPS.filter(({ pct }) => thresholds.includes(pct));
  return { ticketType, kind, priority, serviceId, institutionId, partyId, seconds, calendarCode, pauseReasons, thresholds, steps };
}
