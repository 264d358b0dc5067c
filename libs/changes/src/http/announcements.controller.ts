import { Body, Controller, Get, Headers, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, scopeOf } from '#identity';
import { DomainError, type Instant, notFound, parseInstant } from '#kernel';
import { etag, Require } from '#platform';
import type { AnnouncementTerms } from '../domain/announcement.js';
import { AnnouncementReader } from '../reads/announcement-reader.js';
import { Announce } from '../use-cases/announce.js';
import { TellOfAnnouncement } from '../use-cases/tell-of-announcement.js';
import {
  AnnouncementNewsRequest,
  AnnouncementRequest,
  AnnouncementsRequest,
  ChangeAnnouncementRequest,
} from './requests/announcement.request.js';
import { AnnouncementResponse, AnnouncementsResponse } from './responses/announcement.response.js';
import { writeAnnouncement } from './write-announcement.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('changes.announcement') });

interface WithHeaders {
  header(name: string, value: string): unknown;
}

/** Announcements on the desk. `If-Match` names the revision that was looked at. */
@ApiTags('announcements')
@Controller('announcements')
export class AnnouncementsController {
  constructor(
    private readonly announcements: AnnouncementReader,
    private readonly announce: Announce,
    private readonly tell: TellOfAnnouncement,
  ) {}

  /** Those of the last ninety days; with `incident` or `change` those of one that the reader may see. */
  @Get()
  @Require('change.read')
  async list(@CurrentActor() actor: Actor, @Query() { incident, change }: AnnouncementsRequest): Promise<AnnouncementsResponse> {
    const { views, mayAnnounce } =
      incident === undefined && change === undefined
        ? { views: await this.announcements.list(actor), mayAnnounce: scopeOf(actor, 'announcement.write').all }
        : await this.announcements.behind(actor, incident === undefined ? 'change' : 'incident', incident ?? change ?? '');
    return { items: views.map((view) => writeAnnouncement(view, actor.locale)), mayAnnounce };
  }

  /** Tells institutions of a disruption, of a declared major incident, of planned work or of a scheduled change. */
  @Post()
  @Require('announcement.write')
  async create(
    @CurrentActor() actor: Actor,
    @Body() request: AnnouncementRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<AnnouncementResponse> {
    const { kind, incident = null, change = null, titleLv, titleEn, textLv, textEn, serviceIds, institutionIds = [] } = request;
    const id = await this.announce.execute(actor, {
      ...{ kind, incident, change, serviceIds, institutionIds },
      title: { lv: titleLv, en: titleEn },
      text: { lv: textLv, en: textEn },
      startsAt: instantOf(request.startsAt, 'startsAt'),
      expectedEndAt: instantOf(request.expectedEndAt, 'expectedEndAt'),
    });
    return this.answer(actor, id, reply);
  }

  /** Changes what it says, without telling anybody. */
  @Patch(':id')
  @Require('announcement.write')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() request: ChangeAnnouncementRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<AnnouncementResponse> {
    await this.tell.change(actor, id, changesOf(request), ifMatch);
    return this.answer(actor, id, reply);
  }

  /** News; everybody who has the trouble too is told once. */
  @Post(':id/updates')
  @Require('announcement.write')
  async update(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { textLv, textEn }: AnnouncementNewsRequest,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<AnnouncementResponse> {
    await this.tell.update(actor, id, { lv: textLv, en: textEn });
    return this.answer(actor, id, reply);
  }

  /** It is over, and this came of it. */
  @Post(':id/ending')
  @HttpCode(200)
  @Require('announcement.write')
  async ending(
    @CurrentActor() actor: Actor,
    @Param('id', uuid) id: string,
    @Body() { textLv, textEn }: AnnouncementNewsRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Res({ passthrough: true }) reply: WithHeaders,
  ): Promise<AnnouncementResponse> {
    await this.tell.end(actor, id, { lv: textLv, en: textEn }, ifMatch);
    return this.answer(actor, id, reply);
  }

  private async answer(actor: Actor, id: string, reply: WithHeaders): Promise<AnnouncementResponse> {
    const view = await this.announcements.one(actor, id);
    reply.header('etag', etag(view.announcement.revision));
    return writeAnnouncement(view, actor.locale);
  }
}

/** Throws 422 for the field where the text names no instant. */
function instantOf(text: string | null | undefined, field: string): Instant | null {
  if (text === null || text === undefined) return null;
  try {
    return parseInstant(text);
  } catch {
    throw new DomainError('changes.announcement-refused', { count: 1 }, 'invalid', [
      { pointer: `/${field}`, code: 'platform.field-is-iso8601' },
    ]);
  }
}

/** The terms that the request changes; both languages of a text come together. */
function changesOf(request: ChangeAnnouncementRequest): Partial<AnnouncementTerms> {
  const { titleLv, titleEn, textLv, textEn, serviceIds, institutionIds, startsAt, expectedEndAt } = request;
  const starts = instantOf(startsAt, 'startsAt');
  return {
    ...(titleLv && titleEn ? { title: { lv: titleLv, en: titleEn } } : {}),
    ...(textLv && textEn ? { text: { lv: textLv, en: textEn } } : {}),
    ...(serviceIds ? { serviceIds } : {}),
    ...(institutionIds ? { institutionIds } : {}),
    ...(starts === null ? {} : { startsAt: starts }),
    ...(expectedEndAt === undefined ? {} : { expectedEndAt: instantOf(expectedEndAt, 'expectedEndAt') }),
  };
}
