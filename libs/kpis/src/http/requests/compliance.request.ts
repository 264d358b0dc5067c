import { EXPORT_FORMATS, type ExportFormat, PAGE_MAX } from '#platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { COMPLIANCE_LISTS, type ComplianceList, type View, VIEWS } from '../../domain/compliance-list.js';
import { type Dimension, DIMENSIONS } from '../../domain/kpi.js';

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

export class SlaComplianceRequest {
  /** The current month where absent. */
  @IsOptional()
  @Matches(MONTH)
  month?: string;

  @IsOptional()
  @IsIn(DIMENSIONS)
  by?: Dimension;
}

export class ComplianceListRequest extends SlaComplianceRequest {
  /** Which rows; those that the headline counts where absent. */
  @IsOptional()
  @IsIn(COMPLIANCE_LISTS)
  list?: ComplianceList;

  /** By the promise in force (amended) or by the first one (agreed). */
  @IsOptional()
  @IsIn(VIEWS)
  as?: View;

  /** One key of the breakdown; empty for the rows that have none. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  key?: string;

  /** For paused time a reason or a group, for stays a group. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  part?: string;

  /** The number of an edition that was replaced; the figures of today where absent. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(10_000)
  edition?: number;
}

export class ComplianceRowsRequest extends ComplianceListRequest {
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

export class ComplianceExportRequest {
  /** The current month where absent. */
  @IsOptional()
  @Matches(MONTH)
  month?: string;

  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}

export class ComplianceRowsExportRequest extends ComplianceListRequest {
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}
