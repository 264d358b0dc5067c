import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsISO8601, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { PAGE_DEFAULT, PAGE_MAX } from '#platform';

const INSTANT = /(Z|[+-]\d{2}:?\d{2})$/i;

export class FindAuditEventsRequest {
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

  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;

  @ApiPropertyOptional({ default: PAGE_DEFAULT })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_MAX)
  limit: number = PAGE_DEFAULT;
}
