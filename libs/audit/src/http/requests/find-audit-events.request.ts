import { IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { FormatRequest, PageRequest } from '#platform';
import { IntersectionType, OmitType } from '@nestjs/swagger';

const INSTANT = /(Z|[+-]\d{2}:?\d{2})$/i;

export class FindAuditEventsRequest extends PageRequest {
  /** An event's type (`incidents.resolved`), or its module (`identity`). */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  @Matches(/^[a-z]+(\.[a-z-]+)?$/)
  type?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  subjectType?: string;

  @IsOptional()
  @IsUUID()
  subjectId?: string;

  @IsOptional()
  @IsUUID()
  actorId?: string;

  /** Recorded at or after this instant. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(INSTANT)
  from?: string;

  /** Recorded before this instant. */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(INSTANT)
  to?: string;
}

export class ExportAuditEventsRequest extends IntersectionType(
  OmitType(FindAuditEventsRequest, ['cursor', 'limit'] as const),
  FormatRequest,
) {}
