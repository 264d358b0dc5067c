import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { notFound } from '#kernel';
import { etag, Require } from '#platform';
import type { Actor } from '../domain/actor.js';
import { ChangeHistory } from '../reads/change-history.js';
import { PeopleRegister } from '../reads/people-register.js';
import { GiveRole } from '../use-cases/give-role.js';
import { KeepPeople } from '../use-cases/keep-people.js';
import { CurrentActor } from './current-actor.js';
import {
  AddPersonRequest,
  ChangePersonRequest,
  DepartureRequest,
  GiveRoleRequest,
  ListPeopleRequest,
} from './requests/people-register.request.js';
import { ChangeHistoryResponse } from './responses/change-history.response.js';
import { PeoplePageResponse, RegisteredPersonResponse, RoleGivenResponse } from './responses/person.response.js';

interface WithHeaders {
  header(name: string, value: string): unknown;
}

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.user') });

/** The register of people and what roles they hold. */
@ApiTags('administration')
@Controller('organisation/people')
export class PeopleRegisterController {
  constructor(
    private readonly register: PeopleRegister,
    private readonly history: ChangeHistory,
    private readonly people: KeepPeople,
    private readonly giveRole: GiveRole,
  ) {}

  /** A page of people, by name. */
  @Get()
  @Require('organisation.read')
  async list(@CurrentActor() actor: Actor, @Query() request: ListPeopleRequest): Promise<PeoplePageResponse> {
    return this.register.page(actor, request);
  }

  /** Adds a person, who cannot sign in before he gets a link or comes from the sign-in of his institution. */
  @Post()
  @Require('admin.users')
  async add(
    @CurrentActor() actor: Actor,
    @Body() { login = null, email = null, phone = null, unitId = null, externalId = null, locale = 'lv', ...rest }: AddPersonRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredPersonResponse> {
    return this.answer(actor, await this.people.add(actor, { login, email, phone, unitId, externalId, locale, ...rest }), reply);
  }

  @Get(':id')
  @Require('organisation.read')
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredPersonResponse> {
    return this.answer(actor, id, reply);
  }

  /** Changes the fields that it names. `If-Match` is held against the version where it is sent. */
  @Patch(':id')
  @Require('admin.users')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: ChangePersonRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredPersonResponse> {
    await this.people.change(actor, id, request, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** From a day on the person is not with us: he cannot sign in and is offered nowhere. */
  @Post(':id/departure')
  @HttpCode(200)
  @Require('admin.users')
  async leave(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { on }: DepartureRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredPersonResponse> {
    await this.people.leave(actor, id, on, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** The person is with us again, or stays after all. */
  @Post(':id/return')
  @HttpCode(200)
  @Require('admin.users')
  async comeBack(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<RegisteredPersonResponse> {
    await this.people.comeBack(actor, id, ifMatch);
    return this.answer(actor, id, reply);
  }

  /** Gives a role from now on; manager, auditor and administrator wait for a manager's approval. */
  @Post(':id/roles')
  @Require('admin.users')
  async give(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { role, scope = 'all', scopeId = null, endsOn = null, reason }: GiveRoleRequest,
  ): Promise<RoleGivenResponse> {
    return { state: await this.giveRole.execute(actor, id, { role, scope, scopeId, endsOn, reason }) };
  }

  /** What was changed, oldest first. */
  @Get(':id/history')
  @Require('organisation.read')
  async changes(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<ChangeHistoryResponse> {
    await this.register.person(actor, id);
    return { items: await this.history.read(actor.locale, { subject: 'user', module: 'identity' }, id) };
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<RegisteredPersonResponse> {
    const person = await this.register.person(actor, id);
    reply.header('etag', etag(person.version));
    return person;
  }
}
