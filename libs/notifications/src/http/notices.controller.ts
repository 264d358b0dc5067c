import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require, PageRequest } from '#platform';
import { NoticesOf } from '../reads/notices-of.js';
import { MarkNoticesRead } from '../use-cases/mark-notices-read.js';
import { ReadNoticesRequest } from './requests/read-notices.request.js';
import { NoticeResponse, NoticesResponse } from './responses/notices.response.js';

/** The bell: what one has been told. */
@ApiTags('notices')
@Controller('notices')
@Require()
export class NoticesController {
  constructor(
    private readonly noticesOf: NoticesOf,
    private readonly markRead: MarkNoticesRead,
  ) {}

  /** One's own notices, newest first. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Query() { cursor, limit }: PageRequest): Promise<NoticesResponse> {
    const { items, nextCursor, unread } = await this.noticesOf.page(actor, cursor, limit);
    return { items: items.map((notice) => NoticeResponse.of(notice)), nextCursor, unread };
  }

  /** Marks notices of one's own as read. */
  @Post('read')
  @HttpCode(204)
  async read(@CurrentActor() actor: Actor, @Body() { ids, all }: ReadNoticesRequest): Promise<void> {
    await this.markRead.execute(actor, all === true ? null : (ids ?? []));
  }
}
