import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, holds } from '#identity';
import { notFound } from '#kernel';
import { etag, Require } from '#platform';
import { FAILURE_LIMIT, type TemplateTerms } from '../domain/template.js';
import { TemplateReader } from '../reads/template-reader.js';
import { ApproveTemplate } from '../use-cases/approve-template.js';
import { RetireTemplate } from '../use-cases/retire-template.js';
import { SaveTemplate } from '../use-cases/save-template.js';
import { SuspendTemplate } from '../use-cases/suspend-template.js';
import { TemplateOrderRequest, TemplateReasonRequest, TemplateRequest } from './requests/template.request.js';
import { TemplateDetailResponse, TemplatesResponse } from './responses/template.response.js';
import { writeTemplate, writeTemplateDetail } from './write-template.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('changes.template') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Templates of standard changes. `If-Match` names the revision that was looked at. */
@ApiTags('change-templates')
@Controller('change-templates')
export class TemplatesController {
  constructor(
    private readonly templates: TemplateReader,
    private readonly save: SaveTemplate,
    private readonly approveTemplate: ApproveTemplate,
    private readonly suspendTemplate: SuspendTemplate,
    private readonly retireTemplate: RetireTemplate,
  ) {}

  /** All templates, with the success of the changes from each. */
  @Get()
  @Require('change.read')
  async list(@CurrentActor() actor: Actor): Promise<TemplatesResponse> {
    const views = await this.templates.list(actor);
    return { items: views.map((view) => writeTemplate(view, actor.locale)), abilities: { create: holds(actor, 'change.template') } };
  }

  /** One template with all its versions. */
  @Get(':id')
  @Require('change.read')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TemplateDetailResponse> {
    return this.answer(actor, id, reply);
  }

  /** Makes a draft. */
  @Post()
  @Require('change.template')
  async create(
    @CurrentActor() actor: Actor,
    @Body() request: TemplateRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TemplateDetailResponse> {
    return this.answer(actor, await this.save.create(actor, termsOf(request)), reply);
  }

  /** Changes the draft, or begins the next version; what is in force stays in force. */
  @Put(':id/draft')
  @Require('change.template')
  async draft(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: TemplateRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TemplateDetailResponse> {
    await this.save.change(actor, id, termsOf(request), ifMatch);
    return this.answer(actor, id, reply);
  }

  /** A manager puts the latest version in force by an order; never what he wrote on himself. */
  @Post(':id/approval')
  @HttpCode(200)
  @Require('change.template-approve')
  async approval(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { orderNumber, orderDate }: TemplateOrderRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TemplateDetailResponse> {
    await this.approveTemplate.execute(actor, id, { number: orderNumber, date: orderDate }, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** Takes it out of use until another order. */
  @Post(':id/suspension')
  @HttpCode(200)
  @Require('change.template')
  async suspension(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { reason }: TemplateReasonRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TemplateDetailResponse> {
    await this.suspendTemplate.execute(actor, id, reason, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** Ends it for good. */
  @Post(':id/retirement')
  @HttpCode(200)
  @Require('change.template')
  async retirement(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { reason }: TemplateReasonRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<TemplateDetailResponse> {
    await this.retireTemplate.execute(actor, id, reason, ifMatch);
    return this.answer(actor, id, reply);
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<TemplateDetailResponse> {
    const view = await this.templates.one(actor, id);
    reply.header('etag', etag(view.template.revision));
    return writeTemplateDetail(view, actor.locale);
  }
}

/** An empty text is none. */
const text = (given: string | null | undefined): string | null => (given ? given : null);

function termsOf(request: TemplateRequest): TemplateTerms {
  const { nameLv, nameEn, maxRisk, minutes } = request;
  return {
    ...{ nameLv, nameEn, maxRisk, minutes },
    description: text(request.description),
    steps: request.steps.map((step) => ({ text: step.text, offsetMinutes: step.offsetMinutes ?? null, who: text(step.who) })),
    testPlan: text(request.testPlan),
    rollbackPlan: text(request.rollbackPlan),
    rollbackNotNeeded: text(request.rollbackNotNeeded),
    rollbackMinutes: request.rollbackMinutes ?? null,
    serviceId: request.serviceId ?? null,
    groupId: request.groupId ?? null,
    outageMinutes: request.outageMinutes ?? 0,
    failureLimit: request.failureLimit ?? FAILURE_LIMIT,
  };
}
