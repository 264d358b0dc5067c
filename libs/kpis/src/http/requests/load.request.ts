import { DAY, EXPORT_FORMATS, type ExportFormat, PAGE_MAX } from '#platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';
import { LOAD_KINDS, type LoadKind } from '../../domain/load-fact.js';
import { type AgeBand, BANDS } from '../../reads/backlog-ages.js';

/** Whose load. */
export class LoadPartRequest {
  @IsOptional()
  @IsUUID('loose')
  institutionId?: string;

  @IsOptional()
  @IsUUID('loose')
  serviceId?: string;

  @IsOptional()
  @IsUUID('loose')
  groupId?: string;
}

export class LoadRequest extends LoadPartRequest {
  /** The first day, by the date in Riga; eight weeks with the last one where absent. */
  @IsOptional()
  @Matches(DAY)
  from?: string;

  /** The last day, included; today where absent. At most 366 days. */
  @IsOptional()
  @Matches(DAY)
  to?: string;
}

export class LoadExportRequest extends LoadRequest {
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}

export class DutyRequest {
  @IsOptional()
  @Matches(DAY)
  from?: string;

  @IsOptional()
  @Matches(DAY)
  to?: string;

  @IsOptional()
  @IsUUID('loose')
  groupId?: string;
}

export class LoadRowsRequest extends LoadRequest {
  /** What came or went within the days, or what was open at their end. */
  @IsIn([...LOAD_KINDS, 'open'])
  what: LoadKind | 'open';

  /** From 1, Monday, to 7. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(7)
  weekday?: number;

  /** By the wall clock of Riga. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(23)
  hour?: number;

  /** Of what was open: its age in calendar days. */
  @IsOptional()
  @IsIn(Object.keys(BANDS))
  band?: AgeBand;

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
