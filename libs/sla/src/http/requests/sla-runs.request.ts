import { PAGE_MAX } from '#platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';

export class SlaRunsRequest {
  @IsOptional()
  @IsIn(['replan', 'what_if'])
  kind?: 'replan' | 'what_if';

  /** Only runs about this: a calendar's version, or the person who asked. */
  @IsOptional()
  @IsUUID()
  subject?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(PAGE_MAX)
  limit?: number;
}
