import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { DAY, EXPORT_FORMATS, type ExportFormat, PageRequest, Trim } from '#platform';
import { RECOMMENDATION_STATES, type RecommendationState } from '../../domain/recommendation-lifecycle.js';
import { DUE_BASES, type DueBasis, RECOMMENDATION_OUTCOMES, type RecommendationOutcome } from '../../reads/recommendation-sql.js';

const asList = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);

export class FindRecommendationsRequest extends PageRequest {
  /** Separated by commas. */
  @ApiPropertyOptional({ enum: RECOMMENDATION_STATES, isArray: true })
  @IsOptional()
  @Transform(asList)
  @IsIn(RECOMMENDATION_STATES, { each: true })
  state?: RecommendationState[];

  /** Not implemented, and the due that counts is over. */
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @IsIn(['true'])
  overdue?: string;

  @IsOptional()
  @IsUUID()
  ownerId?: string;

  /** Due in this year. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2100)
  year?: number;

  /** By which due: the one that counts, or the original one. */
  @ApiPropertyOptional({ enum: DUE_BASES })
  @IsOptional()
  @IsIn(DUE_BASES)
  basis?: DueBasis;

  @ApiPropertyOptional({ enum: RECOMMENDATION_OUTCOMES })
  @IsOptional()
  @IsIn(RECOMMENDATION_OUTCOMES)
  outcome?: RecommendationOutcome;

  /** The day as of which outcomes are judged, `YYYY-MM-DD`. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on?: string;

  /** The next due first, or the last one. */
  @ApiPropertyOptional({ enum: ['next', 'latest'] })
  @IsOptional()
  @IsIn(['next', 'latest'])
  sort?: 'next' | 'latest';
}

export class ExportRecommendationsRequest extends FindRecommendationsRequest {
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}

export class AsOfRequest {
  /** `YYYY-MM-DD`; left out, today. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on?: string;
}

export class EnterRecommendationRequest {
  /** Whose audit it was. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  source: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  number: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(5_000)
  text: string;

  @IsUUID()
  ownerId: string;

  /** `YYYY-MM-DD`; it is kept. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  dueOn: string;
}

export class RecommendationOwnerRequest {
  @IsUUID()
  ownerId: string;
}

export class AskExtensionRequest {
  /** `YYYY-MM-DD`, later than the due that counts. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  dueOn: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}

export class DecideExtensionRequest {
  @IsBoolean()
  granted: boolean;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(1_000)
  note?: string | null;
}

export class ReportImplementationRequest {
  /** `YYYY-MM-DD`, not in the future. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  implementedOn: string;

  /** What was done. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(5_000)
  note: string;
}

export class DecideImplementationRequest {
  /** False sends it back to its owner. */
  @IsBoolean()
  accepted: boolean;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(1_000)
  note?: string | null;
}
