import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DAY, Trim } from '#platform';

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const INSTANT = /(Z|[+-]\d{2}:\d{2})$/;

function list({ value }: { value: unknown }): unknown {
  return typeof value === 'string' ? value.split(',').filter(Boolean) : value;
}

export class ReadCalendarRequest {
  /** The first day, by the date in Riga. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  from: string;

  /** The day after the last; at most 62 days later. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  to: string;

  @IsOptional()
  @IsUUID('loose')
  serviceId?: string;

  @IsOptional()
  @IsUUID('loose')
  institutionId?: string;

  /** Shows drafts and what is being assessed too. */
  @IsOptional()
  @Transform(({ value }) => (value === 'true' ? true : value === 'false' ? false : (value as unknown)))
  @IsBoolean()
  wished?: boolean;
}

export class TryWindowRequest {
  /** With `to`: tries another window than the change's own. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(INSTANT)
  from?: string;

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(INSTANT)
  to?: string;
}

export class FreeSlotRequest {
  /** A change, by id or number: its items, services and implementer are meant. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  change?: string;

  /** Ids of items, separated by commas. */
  @IsOptional()
  @Transform(list)
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID('loose', { each: true })
  ci?: string[];

  /** Ids of services, separated by commas. */
  @IsOptional()
  @Transform(list)
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID('loose', { each: true })
  service?: string[];

  @IsOptional()
  @IsUUID('loose')
  implementer?: string;

  @Type(() => Number)
  @IsInt()
  @Min(5)
  @Max(7 * 24 * 60)
  minutes: number;

  /** Now where left out. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(INSTANT)
  from?: string;
}

export class FreezeWindowRequest {
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(INSTANT)
  from: string;

  /** At most 92 days after `from`. */
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(INSTANT)
  to: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;

  /** Absent, and no institution: for all. */
  @IsOptional()
  @IsUUID('loose')
  serviceId?: string | null;

  @IsOptional()
  @IsUUID('loose')
  institutionId?: string | null;
}

export class WeeklyHoursRequest {
  /** 1 Monday to 7 Sunday: the day on which they begin. */
  @IsInt()
  @Min(1)
  @Max(7)
  weekday: number;

  @Matches(TIME)
  from: string;

  /** At or before `from`: on the next day. */
  @Matches(TIME)
  to: string;
}

export class MaintenanceWindowRequest {
  @IsUUID('loose')
  serviceId: string;

  /** Either this with `validFrom`, or `from` and `to`. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(21)
  @ValidateNested({ each: true })
  @Type(() => WeeklyHoursRequest)
  weekly?: WeeklyHoursRequest[] | null;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validFrom?: string | null;

  /** The first day on which it no longer holds. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validTo?: string | null;

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(INSTANT)
  from?: string | null;

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  @Matches(INSTANT)
  to?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(500)
  note?: string | null;
}

export class CalendarFeedRequest {
  @IsOptional()
  @IsUUID('loose')
  serviceId?: string | null;

  @IsOptional()
  @IsUUID('loose')
  institutionId?: string | null;
}

export class CalendarFileRequest {
  @IsString()
  @MaxLength(100)
  token: string;
}
