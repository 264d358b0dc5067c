import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { DAY, EXPORT_FORMATS, type ExportFormat, Trim } from '#platform';
import { EVIDENCE_KINDS, type EvidenceKind, LIFECYCLE_NAMES, type LifecycleName } from '../../domain/process.js';

const LONGEST_TEXT = 5_000;

export class RegisterProcessRequest {
  /** Code of a practice of the catalogue. */
  @IsString()
  @MaxLength(100)
  practice: string;

  @IsUUID()
  ownerId: string;
}

export class ProcessRoleRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  duty: string;
}

/** What a process is. The design needs a scope, a description, a role and two metrics. */
export class ProcessTermsRequest {
  @Trim()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  scope: string;

  @Trim()
  @IsString()
  @MaxLength(LONGEST_TEXT)
  description: string;

  @IsArray()
  @ArrayMaxSize(30)
  @ValidateNested({ each: true })
  @Type(() => ProcessRoleRequest)
  roles: ProcessRoleRequest[];

  /** The lifecycle whose tickets are its records; left out where it runs outside the desk. */
  @IsOptional()
  @IsIn(LIFECYCLE_NAMES)
  lifecycle?: LifecycleName | null;

  /** Codes of indicators. */
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/^KPI-\d{2}$/, { each: true })
  metrics: string[];

  /** Why fewer than thirty records in three months are its ordinary volume. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(1_000)
  lowVolumeReason?: string | null;
}

export class ProcessOwnerRequest {
  /** Left out: nobody owns it. */
  @IsOptional()
  @IsUUID()
  ownerId?: string | null;
}

export class EvidenceRequest {
  @IsIn(EVIDENCE_KINDS)
  kind: EvidenceKind;

  /** What document it is. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  document: string;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(60)
  orderNumber?: string | null;

  /** `YYYY-MM-DD`, not in the future. */
  @IsOptional()
  @Matches(DAY)
  orderDate?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(200)
  signatory?: string | null;

  /** The last day on which it holds. */
  @IsOptional()
  @Matches(DAY)
  validTo?: string | null;
}

export class WithdrawalRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1_000)
  reason: string;
}

export class RetirementRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  orderNumber: string;
}

export class DayRequest {
  /** `YYYY-MM-DD`. */
  @Matches(DAY)
  on: string;
}

export class ProcessExportRequest {
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}
