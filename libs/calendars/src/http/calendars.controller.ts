import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Require } from '#platform';
import { CalendarBook } from '../reads/calendar-book.js';
import { CalendarListResponse } from './responses/calendar.response.js';

@ApiTags('calendars')
@Controller('calendars')
export class CalendarsController {
  constructor(private readonly book: CalendarBook) {}

  /** The working calendars with their versions, newest first. */
  @Get()
  @Require('group.read')
  @ApiOkResponse({ type: CalendarListResponse })
  async list(): Promise<CalendarListResponse> {
    const items = await this.book.list();
    return { items: items.map((calendar) => ({ ...calendar, versions: [...calendar.versions] })) };
  }
}
