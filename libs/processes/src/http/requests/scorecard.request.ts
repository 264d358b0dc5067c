import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ApiProperty } from '@nestjs/swagger';
import { DAY, EXPORT_FORMATS, type ExportFormat, Trim } from '#platform';

const MOST = 1_000_000_000;

function Year(): PropertyDecorator {
  return (target, key) => {
    for (const decorate of [Type(() => Number), IsInt(), Min(2000), Max(2100)]) decorate(target, key);
  };
}

/** A short text that must be there: the name of a document, a reason. */
function Words(): PropertyDecorator {
  return (target, key) => {
    for (const decorate of [Trim(), IsString(), IsNotEmpty(), MaxLength(300)]) decorate(target, key);
  };
}

export class ScorecardPageRequest {
  /** This year, or the one of the card next to it, where it is left out. */
  @IsOptional()
  @Year()
  year?: number;

  /** A certain snapshot of the year instead of the last one. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  snapshot?: number;
}

export class ScorecardExportRequest extends ScorecardPageRequest {
  @IsIn(EXPORT_FORMATS)
  @ApiProperty({ enum: EXPORT_FORMATS })
  format: ExportFormat;
}

export class BaselineRequest {
  @IsString()
  @MaxLength(100)
  code: string;

  @IsNumber()
  @Min(0)
  @Max(MOST)
  value: number;
}

export class CreateScorecardRequest {
  @IsString()
  @MaxLength(100)
  template: string;

  @Words()
  nameLv: string;

  @Words()
  nameEn: string;

  @Year()
  firstYear: number;

  /** The document that sets the goals; that of the template where it is left out. */
  @IsOptional()
  @Words()
  source?: string;

  /** By the code of the indicator; the others keep those of the template. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => BaselineRequest)
  baselines?: BaselineRequest[];
}

export class FreezeScorecardRequest {
  @Year()
  year: number;

  /** Where the year stands frozen already: why it is restated. */
  @IsOptional()
  @Words()
  reason?: string;
}

export class IndicatorTargetRequest {
  @Year()
  year: number;

  @IsNumber()
  @Min(0)
  @Max(MOST)
  value: number;

  /** The document that sets it. */
  @Words()
  source: string;
}

/** Of a share: the value, or better its counts, which give it an interval. Of a milestone: the day. */
export class MeasurementRequest {
  @Year()
  year: number;

  /** `imported`: measured before go-live; `entered`: on the strength of a document. */
  @IsIn(['imported', 'entered'])
  @ApiProperty({ enum: ['imported', 'entered'] })
  origin: 'imported' | 'entered';

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(MOST)
  value?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(MOST)
  numerator?: number;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(MOST)
  denominator?: number;

  @IsOptional()
  @Matches(DAY)
  achievedOn?: string;

  /** The document that the value comes from: name, number, date. */
  @Words()
  source: string;
}
