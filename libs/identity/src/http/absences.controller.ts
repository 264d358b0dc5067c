import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { notFound } from '#kernel';
import { Database, Require } from '#platform';
import type { Actor } from '../domain/actor.js';
import { Absences } from '../store/absences.js';
import { KeepAbsences } from '../use-cases/keep-absences.js';
import { CurrentActor } from './current-actor.js';
import { NewAbsenceRequest } from './requests/absence.request.js';
import { AbsencesResponse } from './responses/absence.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.absence') });

/** When one is away: for whoever others look up to hand work to. */
@Controller('me/absences')
@Require('people.read')
export class AbsencesController {
  constructor(
    private readonly database: Database,
    private readonly absences: Absences,
    private readonly keep: KeepAbsences,
  ) {}

  /** What lies ahead or is under way. */
  @Get()
  async list(@CurrentActor() actor: Actor): Promise<AbsencesResponse> {
    return this.read(actor);
  }

  /** Says that one will be away. */
  @Post()
  async add(@CurrentActor() actor: Actor, @Body() { firstDay, lastDay, delegateId = null }: NewAbsenceRequest): Promise<AbsencesResponse> {
    await this.keep.add(actor, { firstDay, lastDay, delegateId });
    return this.read(actor);
  }

  /** Takes it back, or ends it early. */
  @Delete(':id')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<void> {
    await this.keep.remove(actor, id);
  }

  private async read(actor: Actor): Promise<AbsencesResponse> {
    const items = await this.absences.ahead(this.database, actor.id);
    return { items: items.map(({ delegate, ...absence }) => ({ ...absence, delegate: delegate && { ...delegate } })) };
  }
}
