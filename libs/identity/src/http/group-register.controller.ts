import { Body, Controller, Delete, Get, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '#kernel';
import { etag, Require } from '#platform';
import type { Actor } from '../domain/actor.js';
import { holds } from '../domain/scope-of.js';
import { ChangeHistory } from '../reads/change-history.js';
import { OrganisationRegister } from '../reads/organisation-register.js';
import { KeepGroups } from '../use-cases/keep-groups.js';
import { CurrentActor } from './current-actor.js';
import { AddGroupRequest, ChangeGroupRequest } from './requests/organisation.request.js';
import { ChangeHistoryResponse } from './responses/change-history.response.js';
import { RegisteredGroupResponse, RegisteredGroupsResponse } from './responses/organisation.response.js';

interface WithHeaders {
  header(name: string, value: string): unknown;
}

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.group') });
const person = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.user') });

/** Support groups: what they are, who works in them, who leads them. */
@ApiTags('administration')
@Controller('organisation/groups')
export class GroupRegisterController {
  constructor(
    private readonly register: OrganisationRegister,
    private readonly history: ChangeHistory,
    private readonly groups: KeepGroups,
  ) {}

  /** All groups, those that have ended last. */
  @Get()
  @Require('organisation.read')
  async list(@CurrentActor() actor: Actor): Promise<RegisteredGroupsResponse> {
    return { items: await this.register.groups(actor), abilities: { change: holds(actor, 'organisation.write') } };
  }

  @Post()
  @Require('organisation.write')
  async add(
    @CurrentActor() actor: Actor,
    @Body() { email = null, ...fields }: AddGroupRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredGroupResponse> {
    return this.answer(actor, await this.groups.add(actor, { ...fields, email, active: true }), reply);
  }

  @Get(':id')
  @Require('organisation.read')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredGroupResponse> {
    return this.answer(actor, id, reply);
  }

  /** Changes the fields that it names. `If-Match` is held against the version where it is sent. */
  @Patch(':id')
  @Require('organisation.write')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: ChangeGroupRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredGroupResponse> {
    await this.groups.change(actor, id, request, ifMatch);
    return this.answer(actor, id, reply);
  }

  @Put(':id/members/:userId')
  @HttpCode(204)
  @Require('organisation.write')
  async join(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Param('userId', person) userId: string): Promise<void> {
    await this.groups.addMember(actor, id, userId);
  }

  /** Whoever led the group leaves it without a lead. */
  @Delete(':id/members/:userId')
  @HttpCode(204)
  @Require('organisation.write')
  async part(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Param('userId', person) userId: string): Promise<void> {
    await this.groups.removeMember(actor, id, userId);
  }

  /** What was changed, oldest first. */
  @Get(':id/history')
  @Require('organisation.read')
  async changes(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<ChangeHistoryResponse> {
    await this.register.group(actor, id);
    return { items: await this.history.read(actor.locale, { subject: 'support_group', module: 'identity' }, id) };
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<RegisteredGroupResponse> {
    const group = await this.register.group(actor, id);
    reply.header('etag', etag(group.version));
    return group;
  }
}
