import { Controller, Get, Query } from '@nestjs/common';
import { PAGE_MAX, Require } from '#platform';
import type { Actor } from '../domain/actor.js';
import { Directory } from '../reads/directory.js';
import { CurrentActor } from './current-actor.js';
import { FindInstitutionsRequest } from './requests/find-institutions.request.js';
import { FindPeopleRequest } from './requests/find-people.request.js';
import { PeopleResponse } from './responses/found-person.response.js';
import { GroupsResponse } from './responses/group.response.js';
import { InstitutionsResponse } from './responses/institution.response.js';

@Controller()
export class DirectoryController {
  constructor(private readonly directory: Directory) {}

  /** People by parts of name, login or address: at most 20, those whose name begins so first. */
  @Get('people')
  @Require('people.read')
  async people(@CurrentActor() actor: Actor, @Query() { q = '' }: FindPeopleRequest): Promise<PeopleResponse> {
    return { items: await this.directory.people(actor, q) };
  }

  /** The support groups with their members. */
  @Get('groups')
  @Require('group.read')
  async groups(@CurrentActor() actor: Actor): Promise<GroupsResponse> {
    return { items: await this.directory.groups(actor) };
  }

  /** The institutions that one reaches: all, or one's own. */
  @Get('institutions')
  @Require('institution.read')
  async institutions(
    @CurrentActor() actor: Actor,
    @Query() { q, cursor, limit = PAGE_MAX }: FindInstitutionsRequest,
  ): Promise<InstitutionsResponse> {
    return this.directory.institutions(actor, { q, cursor, limit });
  }
}
