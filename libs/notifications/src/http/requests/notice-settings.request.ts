import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { type Topic, TOPICS } from '../../domain/topics.js';

const LAST_HOUR = 23;

export class TopicWaysRequest {
  @IsIn(TOPICS)
  topic: Topic;

  @IsBoolean()
  bell: boolean;

  @IsBoolean()
  mail: boolean;
}

/** Whole hours in Latvia's time; over midnight where `from` is the later one. */
export class OwnQuietHoursRequest {
  @IsInt()
  @Min(0)
  @Max(LAST_HOUR)
  from: number;

  @IsInt()
  @Min(0)
  @Max(LAST_HOUR)
  to: number;

  /** Quiet all day long where nobody works, too. */
  @IsBoolean()
  daysOff: boolean;
}

/** What one is told, by which way and when. Topics that are not named stay as they are. */
export class NoticeSettingsRequest {
  @IsArray()
  @ArrayMaxSize(TOPICS.length)
  @ArrayUnique(({ topic }: TopicWaysRequest) => topic)
  @ValidateNested({ each: true })
  @Type(() => TopicWaysRequest)
  topics: TopicWaysRequest[];

  /** None where it is null. */
  @IsOptional()
  @ValidateNested()
  @Type(() => OwnQuietHoursRequest)
  quietHours?: OwnQuietHoursRequest | null;

  /** Breaches and major incidents come at once, be it quiet or not. */
  @IsBoolean()
  urgentAtOnce: boolean;

  /** The hour at which one mail brings all that was held back; each mail comes by itself where it is null. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(LAST_HOUR)
  digestHour?: number | null;
}
