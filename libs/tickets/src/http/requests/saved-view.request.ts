import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsNotEmptyObject,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Trim } from '#platform';
import { VIEW_COLUMNS, VIEWS_OF_ONE, type ViewColumn } from '../../domain/saved-view.js';
import { TICKET_SORTS, type TicketSort } from '../../domain/ticket-query.js';
import { FindTicketsRequest } from './find-tickets.request.js';

/** What `GET /tickets` narrows by; lists are arrays here. */
export class SavedFiltersRequest extends OmitType(FindTicketsRequest, ['cursor', 'limit', 'sort'] as const) {}

export class SavedViewRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(80)
  name: string;

  @IsNotEmptyObject()
  @ValidateNested()
  @Type(() => SavedFiltersRequest)
  filters: SavedFiltersRequest;

  @IsOptional()
  @IsIn(TICKET_SORTS)
  sort?: TicketSort;

  /** What a wide list shows beside the subject; left out: the usual ones. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(VIEW_COLUMNS.length)
  @ArrayUnique()
  @IsIn(VIEW_COLUMNS, { each: true })
  columns?: ViewColumn[];

  /** A group of one's own that sees the view too. */
  @IsOptional()
  @IsUUID()
  groupId?: string;
}

export class OrderSavedViewsRequest {
  @IsArray()
  @ArrayMaxSize(VIEWS_OF_ONE)
  @IsUUID('all', { each: true })
  ids: string[];
}
