import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { DAY, Trim } from '#platform';
import { TEMPLATE_RISKS, type TemplateRisk } from '../../domain/template.js';

const LONGEST_TEXT = 5_000;

export class TemplateStepRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  text: string;

  /** Minutes after the beginning of the window; left out where the order alone counts. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_080)
  offsetMinutes?: number | null;

  /** Who does it, in words. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(200)
  who?: string | null;
}

/** What a version of a template says. A draft may lack what an order asks for: steps, tests, way back, service, group. */
export class TemplateRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  nameLv: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  nameEn: string;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  description?: string | null;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TemplateStepRequest)
  steps: TemplateStepRequest[];

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  testPlan?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  rollbackPlan?: string | null;

  /** Why there is no way back, in the place of a rollback plan. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  rollbackNotNeeded?: string | null;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_080)
  rollbackMinutes?: number | null;

  /** Likelihood times impact: 2 low, 4 medium. */
  @IsIn(TEMPLATE_RISKS)
  maxRisk: TemplateRisk;

  @IsOptional()
  @IsUUID()
  serviceId?: string | null;

  @IsOptional()
  @IsUUID()
  groupId?: string | null;

  /** Length of the window. */
  @IsInt()
  @Min(5)
  @Max(10_080)
  minutes: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_080)
  outageMinutes?: number;

  /** Suspended where so many of its last ten changes failed or were rolled back; 2 where left out. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10)
  failureLimit?: number;
}

/** The order that puts a template in force. */
export class TemplateOrderRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  orderNumber: string;

  /** `YYYY-MM-DD`, not in the future. */
  @Matches(DAY)
  orderDate: string;
}

export class TemplateReasonRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}
