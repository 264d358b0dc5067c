import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor } from '#identity';
import { Require } from '#platform';
import { NoticeSettings } from '../reads/notice-settings.js';
import { ChangeNoticeSettings } from '../use-cases/change-notice-settings.js';
import { NoticeSettingsRequest } from './requests/notice-settings.request.js';
import { NoticeSettingsResponse } from './responses/notice-settings.response.js';

/** What one is told, by which way and when: one's own settings, nobody else's. */
@ApiTags('notices')
@Controller('me/notice-settings')
@Require()
export class NoticeSettingsController {
  constructor(
    private readonly settings: NoticeSettings,
    private readonly change: ChangeNoticeSettings,
  ) {}

  /** All topics that one may come to hear of, in the order in which they are shown. */
  @Get()
  async read(@CurrentActor() actor: Actor): Promise<NoticeSettingsResponse> {
    return NoticeSettingsResponse.of(await this.settings.of(actor));
  }

  @Put()
  async write(@CurrentActor() actor: Actor, @Body() body: NoticeSettingsRequest): Promise<NoticeSettingsResponse> {
    const { topics, quietHours = null, urgentAtOnce, digestHour = null } = body;
    const quiet = quietHours && { from: quietHours.from, to: quietHours.to, alsoDaysOff: !quietHours.daysOff };
    await this.change.execute(actor, { topics, quiet, urgentAtOnce, digestHour });
    return this.read(actor);
  }
}
