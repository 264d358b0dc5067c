import { Body, Controller, Get, HttpCode, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { etag, instantField, PageRequest, Require } from '#platform';
import { MeetingPages } from '../reads/meeting-pages.js';
import { CallMeeting } from '../use-cases/call-meeting.js';
import { type MeetingStep, type MeetingTarget, RunMeeting } from '../use-cases/run-meeting.js';
import type { WithHeaders } from './change-answer.js';
import { NamedMeeting } from './named-meeting.js';
import { CallMeetingRequest, EditMeetingRequest } from './requests/meeting.request.js';
import { MeetingCandidatesResponse, MeetingListResponse, MeetingResponse, MeetingSummaryResponse } from './responses/meeting.response.js';

const id = { name: 'id', type: String };

/** Meetings of the change advisory board. */
@ApiTags('meetings')
@Controller('cab-meetings')
export class MeetingsController {
  constructor(
    private readonly pages: MeetingPages,
    private readonly callMeeting: CallMeeting,
    private readonly runMeeting: RunMeeting,
  ) {}

  /** The actor's meetings, or all for who manages or audits; the latest first. */
  @Get()
  @Require('meeting.read')
  async list(@CurrentActor() actor: Actor, @Query() { cursor, limit }: PageRequest): Promise<MeetingListResponse> {
    const page = await this.pages.page(actor, cursor, limit);
    return { items: page.items.map((item) => MeetingSummaryResponse.from(item)), nextCursor: page.nextCursor };
  }

  /** Who may be called, and the changes that await approval. */
  @Get('candidates')
  @Require('meeting.run')
  async candidates(@CurrentActor() actor: Actor): Promise<MeetingCandidatesResponse> {
    const { people, changes } = await this.pages.candidates(actor);
    return { people: [...people], changes: changes.map(({ id, number, title }) => ({ id, number, title })) };
  }

  @Post()
  @Require('meeting.run')
  async call(
    @CurrentActor() actor: Actor,
    @Body() { startsAt, place, quorum, ...body }: CallMeetingRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<MeetingResponse> {
    const input = { ...body, quorum, startsAt: instantField(startsAt, 'startsAt')!, place: place || null };
    return this.answer(actor, await this.callMeeting.execute(actor, input), reply);
  }

  @Get(':id')
  @ApiParam(id)
  @Require('meeting.read')
  async read(
    @CurrentActor() actor: Actor,
    @NamedMeeting() target: MeetingTarget,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<MeetingResponse> {
    return this.answer(actor, target.id, reply);
  }

  /** Writes the meeting, its attendance and its minutes. `If-Match` is held against the version where it is sent. */
  @Patch(':id')
  @ApiParam(id)
  @Require('meeting.run')
  async edit(
    @CurrentActor() actor: Actor,
    @NamedMeeting() target: MeetingTarget,
    @Body() { startsAt, place, minutes, ...body }: EditMeetingRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<MeetingResponse> {
    await this.runMeeting.edit(actor, target, {
      ...body,
      startsAt: instantField(startsAt, 'startsAt'),
      place: place === undefined ? undefined : place || null,
      minutes: minutes === undefined ? undefined : minutes || null,
    });
    return this.answer(actor, target.id, reply);
  }

  /** The meeting begins. */
  @Post(':id/opening')
  @ApiParam(id)
  @HttpCode(201)
  @Require('meeting.run')
  async open(
    @CurrentActor() actor: Actor,
    @NamedMeeting() target: MeetingTarget,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<MeetingResponse> {
    return this.take(actor, target, 'open', reply);
  }

  /** The meeting ends: with its quorum, its minutes and what came of each change. */
  @Post(':id/closure')
  @ApiParam(id)
  @HttpCode(201)
  @Require('meeting.run')
  async close(
    @CurrentActor() actor: Actor,
    @NamedMeeting() target: MeetingTarget,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<MeetingResponse> {
    return this.take(actor, target, 'close', reply);
  }

  /** A planned meeting does not take place. */
  @Post(':id/cancellation')
  @ApiParam(id)
  @HttpCode(201)
  @Require('meeting.run')
  async cancel(
    @CurrentActor() actor: Actor,
    @NamedMeeting() target: MeetingTarget,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<MeetingResponse> {
    return this.take(actor, target, 'cancel', reply);
  }

  private async take(actor: Actor, target: MeetingTarget, step: MeetingStep, reply: WithHeaders): Promise<MeetingResponse> {
    await this.runMeeting.take(actor, target, step);
    return this.answer(actor, target.id, reply);
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<MeetingResponse> {
    const meeting = MeetingResponse.from(actor, await this.pages.one(actor, id));
    reply.header('etag', etag(meeting.version));
    return meeting;
  }
}
