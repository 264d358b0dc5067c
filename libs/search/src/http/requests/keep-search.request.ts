import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { Trim } from '#platform';
import {
  SEARCH_KINDS,
  SEARCH_SORTS,
  SEARCH_STATES,
  type SearchKind,
  type SearchSort,
  type SearchState,
} from '../../domain/search-words.js';

export class KeepSearchRequest {
  @Trim()
  @IsString()
  @Length(1, 80)
  name: string;

  @Trim()
  @IsString()
  @MaxLength(200)
  q: string;

  @IsOptional()
  @IsIn(SEARCH_KINDS)
  kind?: SearchKind;

  @IsOptional()
  @IsIn(SEARCH_STATES)
  state?: SearchState;

  @IsOptional()
  @IsIn(SEARCH_SORTS)
  sort?: SearchSort;

  @IsOptional()
  @IsUUID()
  serviceId?: string;
}
