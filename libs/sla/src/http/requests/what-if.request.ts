import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsIn,
  IsInt,
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

const DATE = /^20\d{2}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/;
/** A year: longer than any promise. */
const MOST_SECONDS = 366 * 86_400;

export class TriedTargetFields {
  @IsInt()
  @Min(1)
  @Max(5)
  priority: number;

  @IsIn(['response', 'resolution'])
  kind: 'response' | 'resolution';

  /** Working time on the calendar. */
  @IsInt()
  @Min(1)
  @Max(MOST_SECONDS)
  seconds: number;

  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  calendarCode: string;
}

/** A past period, and what is to be tried on it; what is not named is as in force. */
export class WhatIfRequest {
  /** A month, `2026-03`, or a date, `2026-03-01`, in Riga. */
  @Matches(DATE)
  from: string;

  /** The last month or date that belongs to the period. */
  @Matches(DATE)
  to: string;

  /** The draft of a policy. */
  @IsOptional()
  @IsUUID()
  policyDraftId?: string;

  /** A calendar that has a draft. It is tried as if it had always held. */
  @IsOptional()
  @IsUUID()
  calendarId?: string;

  /** Other times of the general policy, for all services and institutions. */
  @IsOptional()
  @ValidateNested({ each: true })
  @Type(() => TriedTargetFields)
  @ArrayMaxSize(10)
  targets?: TriedTargetFields[];
}

export class WhatIfListRequest {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}
