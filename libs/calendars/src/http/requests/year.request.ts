import { Type } from 'class-transformer';
import { Allow, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { CalendarQuestion } from './preview.request.js';

const VERSION = /^(draft|[1-9]\d{0,5})$/;

export class YearRequest {
  @Type(() => Number)
  @IsInt()
  @Min(1970)
  @Max(2199)
  year: number;

  /** A version's number, or `draft`; the version in force where absent. */
  @IsOptional()
  @Matches(VERSION)
  version?: string;
}

export class TryVersionRequest extends CalendarQuestion {
  /** A version's number, or `draft`; the version in force where absent. */
  @Allow()
  @IsOptional()
  @Matches(VERSION)
  version?: string;
}
