import { IsInt, IsNotEmpty, IsNumber, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** A year of KPI-01 that was measured before go-live. */
export class EarlierYearRequest {
  @IsInt()
  @Min(2000)
  @Max(2100)
  year: number;

  /** In percent. */
  @IsNumber()
  @Min(0)
  @Max(100)
  value: number;

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(100)
  low?: number;

  @IsOptional()
  @IsNumber()
  @Min(0)
  @Max(100)
  high?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  answered?: number;

  /** Where the value comes from: a report, an order. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  source: string;
}
