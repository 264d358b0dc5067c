import { EXPORT_FORMATS, type ExportFormat, PAGE_MAX } from '#platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsNotEmpty, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { type Layout, LAYOUTS } from '../../domain/kpi.js';

const PERIOD = /^20\d{2}(-(0[1-9]|1[0-2]))?$/;
const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

export class KpisRequest {
  /** A month, `2026-11`, or a year, `2026`; the current month where absent. */
  @IsOptional()
  @Matches(PERIOD)
  period?: string;
}

export class KpiRequest extends KpisRequest {
  /** What the rows are broken down by. */
  @IsOptional()
  @IsIn(LAYOUTS)
  by?: Layout;
}

export class KpiExportRequest extends KpiRequest {
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}

export class KpiRowsRequest extends KpiRequest {
  /** One key of the breakdown (a day is `2026-11-22`); empty for the rows that have none. Absent: all rows of the period. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  key?: string;

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

export class RestateRequest {
  @Matches(MONTH)
  month: string;

  /** Why the frozen figures are replaced. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}
