import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { notFound } from '#kernel';
import { Require } from '#platform';
import { Disruptions } from '../reads/disruptions.js';
import { HaveThisToo } from '../use-cases/have-this-too.js';
import { DisruptionsRequest } from './requests/announcement.request.js';
import { DisruptionResponse, DisruptionsResponse } from './responses/announcement.response.js';
import { writeDisruption } from './write-announcement.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('changes.announcement') });

/** What institutions are told, and "I have this too". */
@ApiTags('announcements')
@Controller()
export class DisruptionsController {
  constructor(
    private readonly disruptions: Disruptions,
    private readonly haveThisToo: HaveThisToo,
  ) {}

  /** The disruptions and planned works of the reader's institution: going on, to come within two weeks, over since yesterday. */
  @Get('disruptions')
  @Require('service.read')
  async list(@CurrentActor() actor: Actor, @Query() question: DisruptionsRequest): Promise<DisruptionsResponse> {
    return { items: (await this.disruptions.list(actor, question)).map(writeDisruption) };
  }

  /** The reader has it too: he is told what its people are told, and files no incident of his own. May be said again. */
  @Post('announcements/:id/also-affected')
  @HttpCode(200)
  @Require('ticket.create')
  async alsoAffected(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<DisruptionResponse> {
    await this.haveThisToo.execute(actor, id);
    return writeDisruption(await this.disruptions.one(actor, id));
  }

  /** It was a mistake: the reader is counted and told no longer. May be said again. */
  @Delete('announcements/:id/also-affected')
  @HttpCode(200)
  @Require('ticket.create')
  async notAffected(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<DisruptionResponse> {
    await this.haveThisToo.takeBack(actor, id);
    return writeDisruption(await this.disruptions.one(actor, id));
  }
}
