import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsDateString,
  IsIn,
  IsInt,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Trim } from '#platform';
import { CHANGE_KINDS, type ChangeKind, FUNDING_STATES, type FundingState } from '../../domain/change-words.js';

const LONG = 20_000;
const DAY_MINUTES = 1440;

export class PlanStepRequest {
  @Trim()
  @IsString()
  @MinLength(1)
  @MaxLength(1000)
  text: string;

  /** Minutes after the beginning of the window. */
  @IsOptional()
  @IsInt()
  @Min(-7 * DAY_MINUTES)
  @Max(30 * DAY_MINUTES)
  offsetMinutes?: number | null;

  /** Who does it, in words. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(200)
  who?: string | null;
}

/** What can be written in a change; null empties a field, one left out stays. */
export class ChangeFieldsRequest {
  @IsOptional()
  @IsIn(CHANGE_KINDS)
  kind?: ChangeKind;

  /** The main service that it touches. */
  @IsOptional()
  @IsUUID()
  serviceId?: string | null;

  /** Every service that it touches. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  serviceIds?: string[];

  /** The devices and systems that it touches. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsUUID('loose', { each: true })
  itemIds?: string[];

  /** The group that carries it out. */
  @IsOptional()
  @IsUUID()
  groupId?: string | null;

  /** Who carries it out: a member of the group. */
  @IsOptional()
  @IsUUID()
  assigneeId?: string | null;

  /** Why it is wanted. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(LONG)
  reason?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(LONG)
  costOfNotDoing?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => PlanStepRequest)
  plan?: PlanStepRequest[];

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(LONG)
  testPlan?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(LONG)
  rollbackPlan?: string | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(30 * DAY_MINUTES)
  rollbackMinutes?: number | null;

  /** The act that asks for it (DOMAIN A15). */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(2000)
  legalBasis?: string | null;

  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(9_999_999_999)
  costEuro?: number | null;

  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0)
  @Max(999_999)
  effortHours?: number | null;

  @IsOptional()
  @IsIn(FUNDING_STATES)
  funding?: FundingState;

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  plannedFrom?: string | null;

  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  plannedTo?: string | null;

  /** How long the service is down. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(30 * DAY_MINUTES)
  outageMinutes?: number;

  /** The date by which it is wished, YYYY-MM-DD. */
  @IsOptional()
  @IsDateString({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  wishedBy?: string | null;
}
