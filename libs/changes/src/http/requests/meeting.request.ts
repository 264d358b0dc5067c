import { Type } from 'class-transformer';
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
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { Trim } from '#platform';

const MOST = 100;

export class CallMeetingRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  @IsISO8601({ strict: true })
  startsAt: string;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(200)
  place?: string;

  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  memberIds: string[];

  /** How many members must be there; more than half where left out. */
  @IsOptional()
  @IsInt()
  @Min(1)
  quorum?: number;

  /** Changes on the agenda, in their order. */
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  changeIds: string[];
}

export class AgendaNotesRequest {
  @IsUUID()
  changeId: string;

  @Trim()
  @IsString()
  @MaxLength(5000)
  notes: string;
}

export class AttendanceRequest {
  @IsUUID()
  userId: string;

  @IsBoolean()
  present: boolean;
}

/** What is to be different; the rest stays. */
export class EditMeetingRequest {
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title?: string;

  @IsOptional()
  @IsISO8601({ strict: true })
  startsAt?: string;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(200)
  place?: string;

  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  memberIds?: string[];

  @IsOptional()
  @IsInt()
  @Min(1)
  quorum?: number;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @IsUUID('all', { each: true })
  changeIds?: string[];

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(20_000)
  minutes?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => AgendaNotesRequest)
  notes?: AgendaNotesRequest[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST)
  @ValidateNested({ each: true })
  @Type(() => AttendanceRequest)
  attendance?: AttendanceRequest[];
}
