import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '#kernel';
import { Require } from '#platform';
import type { Actor } from '../domain/actor.js';
import { GrantRequestList } from '../reads/grant-request-list.js';
import { DecideGrantRequest } from '../use-cases/decide-grant-request.js';
import { EndGrant } from '../use-cases/end-grant.js';
import { CurrentActor } from './current-actor.js';
import { EndGrantRequest, ListGrantRequestsRequest, RefuseGrantRequest } from './requests/people-register.request.js';
import { GrantRequestsResponse } from './responses/person.response.js';

const grantId = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.grant') });
const requestId = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.grant-request') });

/** Roles that people hold, and those that wait for a second person (DOMAIN 9). */
@ApiTags('administration')
@Controller('organisation')
export class GrantsController {
  constructor(
    private readonly list: GrantRequestList,
    private readonly decide: DecideGrantRequest,
    private readonly endGrant: EndGrant,
  ) {}

  /** Takes a role away from now on. */
  @Post('grants/:id/end')
  @HttpCode(204)
  @Require('admin.users')
  async end(@CurrentActor() actor: Actor, @Param('id', grantId) id: string, @Body() { reason }: EndGrantRequest): Promise<void> {
    await this.endGrant.execute(actor, id, reason);
  }

  /** Roles that wait for a second person, or that were decided; the latest first. */
  @Get('grant-requests')
  @Require('organisation.read')
  async requests(
    @CurrentActor() actor: Actor,
    @Query() { state = 'pending', cursor, limit }: ListGrantRequestsRequest,
  ): Promise<GrantRequestsResponse> {
    return this.list.page(actor, { pending: state === 'pending', cursor, limit });
  }

  /** The role counts from now on. Not for whoever asked for it or gets it. */
  @Post('grant-requests/:id/approval')
  @HttpCode(204)
  @Require('grant.approve')
  async approve(@CurrentActor() actor: Actor, @Param('id', requestId) id: string): Promise<void> {
    await this.decide.approve(actor, id);
  }

  @Post('grant-requests/:id/refusal')
  @HttpCode(204)
  @Require('grant.approve')
  async refuse(@CurrentActor() actor: Actor, @Param('id', requestId) id: string, @Body() { reason }: RefuseGrantRequest): Promise<void> {
    await this.decide.refuse(actor, id, reason);
  }

  @Post('grant-requests/:id/withdrawal')
  @HttpCode(204)
  @Require('admin.users')
  async withdraw(@CurrentActor() actor: Actor, @Param('id', requestId) id: string): Promise<void> {
    await this.decide.withdraw(actor, id);
  }
}
