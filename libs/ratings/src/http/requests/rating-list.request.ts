import { IntersectionType, OmitType } from '@nestjs/swagger';
import { FormatRequest, PageRequest } from '#platform';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { FOLLOW_UP_STATES, type FollowUpState } from '../../domain/follow-up.js';
import { RATING_VALUES, type RatingValue } from '../../domain/rating.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

class OfGroupRequest extends PageRequest {
  @IsOptional()
  @IsUUID()
  groupId?: string;
}

export class RatingListRequest extends OfGroupRequest {
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

export class ExportRatingsRequest extends IntersectionType(OmitType(RatingListRequest, ['cursor', 'limit'] as const), FormatRequest) {}

export class FollowUpListRequest extends OfGroupRequest {
  /** Open ones where absent. */
  @IsOptional()
  @IsIn(FOLLOW_UP_STATES)
  state?: FollowUpState;

  @IsOptional()
  @IsUUID()
  ticketId?: string;
}

export class ExportFollowUpsRequest extends IntersectionType(OmitType(FollowUpListRequest, ['cursor', 'limit'] as const), FormatRequest) {}

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
