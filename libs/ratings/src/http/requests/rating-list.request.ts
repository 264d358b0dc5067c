import { PAGE_MAX } from '#platform';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { FOLLOW_UP_STATES, type FollowUpState } from '../../domain/follow-up.js';
import { RATING_VALUES, type RatingValue } from '../../domain/rating.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

class PagedRequest {
  @IsOptional()
  @IsUUID()
  groupId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  cursor?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_MAX)
  limit?: number;
}

export class RatingListRequest extends PagedRequest {
  @IsOptional()
  @IsIn(RATING_VALUES)
  value?: RatingValue;

  /** The first day, in Riga. */
  @IsOptional()
  @Matches(DATE)
  @IsISO8601({ strict: true })
  from?: string;

  /** The last day, in Riga. */
  @IsOptional()
  @Matches(DATE)
  @IsISO8601({ strict: true })
  to?: string;
}

export class FollowUpListRequest extends PagedRequest {
  /** Open ones where absent. */
  @IsOptional()
  @IsIn(FOLLOW_UP_STATES)
  state?: FollowUpState;

  @IsOptional()
  @IsUUID()
  ticketId?: string;
}

export class CompleteFollowUpRequest {
  /** What was found out, and what was done about it. */
  @IsString()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsNotEmpty()
  @MaxLength(2000)
  note: string;

  /** Was the person spoken with? */
  @IsBoolean()
  contacted: boolean;
}
