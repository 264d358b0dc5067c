import { ApiProperty } from '@nestjs/swagger';
import { type Topic, TOPICS } from '../../domain/topics.js';
import type { NoticeSettingsView } from '../../reads/notice-settings.js';

/** One topic as one has it. A way that is not `choosable` cannot be changed. */
export class TopicSettingResponse {
  @ApiProperty({ enum: TOPICS })
  topic: Topic;
  bell: boolean;
  mail: boolean;
  bellChoice: 'choosable' | 'always' | 'never';
  mailChoice: 'choosable' | 'always' | 'never';
}

export class OwnQuietHoursResponse {
  from: number;
  to: number;
  daysOff: boolean;
}

export class NoticeSettingsResponse {
  topics: TopicSettingResponse[];
  quietHours: OwnQuietHoursResponse | null;
  urgentAtOnce: boolean;
  digestHour: number | null;
  /** Where mails go; null where there is no address, so that none leave. */
  email: string | null;

  static of({ topics, quiet, urgentAtOnce, digestHour, email }: NoticeSettingsView): NoticeSettingsResponse {
    const quietHours = quiet && { from: quiet.from, to: quiet.to, daysOff: quiet.alsoDaysOff !== true };
    return { topics: topics.map((topic) => ({ ...topic })), quietHours, urgentAtOnce, digestHour, email };
  }
}
