import { IsBoolean, IsInt, IsOptional, Max, Min } from 'class-validator';

export class DirectorySyncRequest {
  /** Only tries, and shows what would be done. */
  @IsOptional()
  @IsBoolean()
  dry?: boolean;

  /** How many accounts may be ended; asked for where they are many. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000_000)
  endings?: number | null;
}
