import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { DAY, EXPORT_FORMATS, type ExportFormat, PageRequest, Trim } from '#platform';
import {
  CONTROL_AREAS,
  CONTROL_STATES,
  type ControlArea,
  type ControlState,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
} from '../../domain/control.js';

export class FindControlsRequest extends PageRequest {
  /** Left out: all that are in force. */
  @ApiPropertyOptional({ enum: CONTROL_STATES })
  @IsOptional()
  @IsIn(CONTROL_STATES)
  state?: ControlState;
}

export class ExportControlsRequest extends FindControlsRequest {
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}

export class ControlRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  document: string;

  /** Number or code of the document. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(60)
  reference?: string | null;

  @IsIn(CONTROL_AREAS)
  area: ControlArea;

  /** Where it is kept. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(300)
  location?: string | null;

  @IsUUID()
  ownerId: string;

  /** From one review to the next. */
  @IsInt()
  @Min(1)
  @Max(60)
  reviewMonths: number;

  /** The next review, `YYYY-MM-DD`. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  reviewDueOn: string;
}

export class ControlReviewRequest {
  /** `YYYY-MM-DD`, not in the future. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  reviewedOn: string;

  @IsIn(REVIEW_OUTCOMES)
  outcome: ReviewOutcome;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2_000)
  note: string;
}
