import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Post, Put, Res } from '@nestjs/common';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { etag, Require } from '#platform';
import type { AgreementTerms } from '../domain/agreement.js';
import { AgreementReader } from '../reads/agreement-reader.js';
import { ChangeAgreement } from '../use-cases/change-agreement.js';
import { ConcludeAgreement } from '../use-cases/conclude-agreement.js';
import { EndAgreement } from '../use-cases/end-agreement.js';
import { AgreementRequest, EndAgreementRequest } from './requests/agreement.request.js';
import { AgreementsResponse, AgreementWithHistoryResponse } from './responses/agreement.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('sla.agreement') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Agreements with customers (SLA), groups (OLA) and suppliers (UC). `If-Match` names the version. */
@Controller('agreements')
export class AgreementsController {
  constructor(
    private readonly agreements: AgreementReader,
    private readonly conclude: ConcludeAgreement,
    private readonly change: ChangeAgreement,
    private readonly end: EndAgreement,
  ) {}

  /** Those in force first, then those to come, then those that are over. */
  @Get()
  @Require('sla.read')
  async list(@CurrentActor() actor: Actor): Promise<AgreementsResponse> {
    return { items: await this.agreements.list(actor) };
  }

  /** One agreement with its history. */
  @Get(':id')
  @Require('sla.read')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<AgreementWithHistoryResponse> {
    return this.answer(actor, id, reply);
  }

  @Post()
  @Require('sla.draft')
  async add(
    @CurrentActor() actor: Actor,
    @Body() request: AgreementRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<AgreementWithHistoryResponse> {
    return this.answer(actor, await this.conclude.execute(actor, termsOf(request)), reply);
  }

  /** Changes what still may change; what has begun keeps its scope, its party and its beginning. */
  @Put(':id')
  @Require('sla.draft')
  async put(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: AgreementRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<AgreementWithHistoryResponse> {
    await this.change.execute(actor, id, termsOf(request), ifMatch);
    return this.answer(actor, id, reply);
  }

  @Post(':id/ending')
  @HttpCode(200)
  @Require('sla.draft')
  async finish(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: EndAgreementRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<AgreementWithHistoryResponse> {
    await this.end.execute(actor, id, request, ifMatch);
    return this.answer(actor, id, reply);
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<AgreementWithHistoryResponse> {
    const agreement = await this.agreements.one(actor, id);
    reply.header('etag', etag(agreement.version));
    return agreement;
  }
}

function termsOf(request: AgreementRequest): AgreementTerms {
  const { kind, reference, validFrom } = request;
  const { serviceId = null, institutionId = null, groupId = null, supplier = null, policyId = null, validTo = null, note = null } = request;
  return { kind, reference, serviceId, institutionId, groupId, supplier, policyId, validFrom, validTo, note };
}
