import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { DAY, PageRequest, Trim } from '#platform';

const SET = /^(true|1)$/;
const isSet = ({ value }: { readonly value: unknown }): unknown => (typeof value === 'string' ? SET.test(value) : value);

export class FlowPeriodRequest {
  /** The first day on which cases ended; ninety days before the last where absent. */
  @IsOptional()
  @Matches(DAY)
  from?: string;

  /** The last day; today where absent. */
  @IsOptional()
  @Matches(DAY)
  to?: string;
}

export class FlowRequest extends FlowPeriodRequest {
  @IsOptional()
  @IsUUID()
  serviceId?: string;

  @IsOptional()
  @IsUUID()
  institutionId?: string;

  /** The group that had the case when it ended. */
  @IsOptional()
  @IsUUID()
  groupId?: string;

  /** The kind of a change: `standard`, `normal` or `emergency`. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  kind?: string;

  /** Leaves out history that was taken in from elsewhere. */
  @IsOptional()
  @Transform(isSet)
  @IsBoolean()
  liveOnly?: boolean;
}

/** The cases behind a figure of the flow, by the mark that the figure names. */
export class FlowCasesRequest extends FlowRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(300)
  mark: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;
}

export class EventLogsRequest extends PageRequest {}

export class EventLogNameRequest {
  /** What to call it; the name of the file where absent. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(200)
  name?: string;
}

/** Which columns of the file are what; in XES, which attributes. */
export class EventLogColumnsRequest {
  @IsString()
  @MinLength(1)
  @MaxLength(200)
  caseColumn: string;

  /** Several are joined by `+`. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  activityColumns: string[];

  @IsString()
  @MinLength(1)
  @MaxLength(200)
  timeColumn: string;

  /** Such as `d/m/yyyy HH:mm`; common forms are recognised without it. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  timeFormat?: string | null;

  /** Who had the case: only whether cases go back and forth is read of it, and none of its values is kept. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  groupColumn?: string | null;
}
