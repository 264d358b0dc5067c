import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { EXPORT_FORMATS, type ExportFormat, PageRequest, Trim } from '#platform';
import { type Audience, AUDIENCES, type Cadence, CADENCES } from '../../domain/report.js';

const PERIOD = /^20\d{2}(-(0[1-9]|1[0-2]))?$/;
const VIEW = /^[a-z][a-z_]*$/;

export class ReportPeriodRequest {
  /** A month, `2026-11`, or a year, `2026`; the latest whole one where absent. */
  @IsOptional()
  @Matches(PERIOD)
  period?: string;
}

export class ReportFileRequest extends ReportPeriodRequest {
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}

export class RunFileRequest {
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}

export class RunsRequest extends PageRequest {}

/** What a manager decides about a report. */
export class ReportTermsRequest {
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;

  @IsIn(AUDIENCES)
  audience: Audience;

  @IsIn(CADENCES)
  cadence: Cadence;

  /** Available in the BI platform (KPI-15). */
  @IsBoolean()
  bi: boolean;

  /** Where in the BI platform; needed with `bi`. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(500)
  location?: string | null;

  /** The views of `reporting` that it is read from there; needed with `bi`. */
  @IsArray()
  @ArrayMaxSize(30)
  @ArrayUnique()
  @Matches(VIEW, { each: true })
  @MaxLength(60, { each: true })
  views: string[];
}

/** A report that a BI platform makes from the views of `reporting`. */
export class RegisterReportRequest extends ReportTermsRequest {
  @IsString()
  @MaxLength(60)
  code: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  nameLv: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  nameEn: string;

  @Trim()
  @IsString()
  @MaxLength(1_000)
  purposeLv: string;

  @Trim()
  @IsString()
  @MaxLength(1_000)
  purposeEn: string;
}
