import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Max, MaxLength } from 'class-validator';
import { PageRequest } from '#platform';
import { SEARCH_KINDS, SEARCH_SORTS, SEARCH_STATES, type SearchKind, type SearchSort, type SearchState } from '#search';

/** A page of hits is read by a person. */
const MOST = 50;

export class SearchRequest extends PageRequest {
  /** Words, "phrases", beginnings (`prin*`), a number. */
  @IsString()
  @MaxLength(200)
  q: string;

  /** Kinds of what is looked for, separated by commas; all where left out. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value))
  @IsArray()
  @ArrayMaxSize(7)
  @IsIn(SEARCH_KINDS, { each: true })
  kinds?: SearchKind[];

  /** `open`: tickets with which something is still to be done. */
  @ApiPropertyOptional({ enum: SEARCH_STATES, default: 'any' })
  @IsOptional()
  @IsIn(SEARCH_STATES)
  state?: SearchState;

  @IsOptional()
  @IsUUID()
  serviceId?: string;

  /** `best`: by words in the title, openness and age, among the 200 newest hits. */
  @ApiPropertyOptional({ enum: SEARCH_SORTS, default: 'best' })
  @IsOptional()
  @IsIn(SEARCH_SORTS)
  sort?: SearchSort;

  /** The last word may not be finished yet. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  typing?: boolean;

  @ApiPropertyOptional({ default: 20 })
  @Max(MOST)
  override limit: number = 20;
}
