import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsISO8601, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { EXPORT_FORMATS, type ExportFormat, PageRequest } from '#platform';
import { ITEM_SORTS, type ItemSort } from '../../domain/item-query.js';
import { ITEM_STATUSES, type ItemStatus } from '../../domain/item-status.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function list({ value }: { value: unknown }): unknown {
  return typeof value === 'string' ? value.split(',').filter(Boolean) : value;
}

export class FindItemsRequest extends PageRequest {
  /** Parts of the words of tag, serial number, name, maker, model and location. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Codes of classes, separated by commas. */
  @IsOptional()
  @Transform(list)
  @IsArray()
  @ArrayMaxSize(30)
  @MaxLength(40, { each: true })
  class?: string[];

  /** Statuses, separated by commas; left out: all but `disposed`. */
  @ApiPropertyOptional({ enum: ITEM_STATUSES, isArray: true })
  @IsOptional()
  @Transform(list)
  @IsArray()
  @ArrayMaxSize(4)
  @IsIn(ITEM_STATUSES, { each: true })
  status?: ItemStatus[];

  @IsOptional()
  @IsUUID('loose')
  institutionId?: string;

  /** A person's id, or `me`. */
  @IsOptional()
  @Matches(/^(me|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i)
  custodianId?: string;

  @IsOptional()
  @IsUUID('loose')
  serviceId?: string;

  /** Supported by its maker up to a day before this one. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  supportBefore?: string;

  @ApiPropertyOptional({ enum: ITEM_SORTS, default: 'tag' })
  @IsOptional()
  @IsIn(ITEM_SORTS)
  sort?: ItemSort;
}

export class ExportItemsRequest extends FindItemsRequest {
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}

export class CountItemsRequest {
  /** As things stood at the end of this day in Riga; left out: now. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on?: string;
}
