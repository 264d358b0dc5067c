import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
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
import { Trim } from '#platform';
import { ESCALATION_ACTIONS, type EscalationAction } from '../../domain/escalation-step.js';
import type { MidFlightRule } from '../../domain/ledger-entry.js';
import { TARGET_KINDS, TARGET_TICKET_TYPES, type TargetKind } from '../../domain/policy-target.js';

const MOST_TARGETS = 1000;
const MOST_STEPS = 40;
/** 400 days. */
const MOST_SECONDS = 34_560_000;
const MID_FLIGHT_RULES: readonly MidFlightRule[] = ['middle_of_three', 'restart', 'replay'];

export class EscalationStepRequest {
  /** One of the target's thresholds, in percent. */
  @IsInt()
  @Min(1)
  @Max(100)
  pct: number;

  @IsIn(Object.keys(ESCALATION_ACTIONS))
  action: EscalationAction;

  /** For `notify_role` a role, for `notify_person` a person's id, for `reassign` a group's id; not with the others. */
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  to?: string | null;
}

export class PolicyTargetRequest {
  @IsIn(TARGET_TICKET_TYPES)
  ticketType: (typeof TARGET_TICKET_TYPES)[number];

  @IsIn(TARGET_KINDS)
  kind: TargetKind;

  @IsInt()
  @Min(1)
  @Max(5)
  priority: number;

  /** Absent: for all services. */
  @IsOptional()
  @IsUUID()
  serviceId?: string | null;

  /** Absent: for all institutions. */
  @IsOptional()
  @IsUUID()
  institutionId?: string | null;

  /** Of an OLA the group; absent: for any group. */
  @IsOptional()
  @IsUUID()
  partyId?: string | null;

  @IsInt()
  @Min(1)
  @Max(MOST_SECONDS)
  seconds: number;

  /** Such as `lv-8x5`. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  calendarCode: string;

  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  pauseReasons: string[];

  /** Percentages; 100 must be among them. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(100, { each: true })
  thresholds: number[];

  /** Absent: as DOMAIN 4.5 says. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_STEPS)
  @ValidateNested({ each: true })
  @Type(() => EscalationStepRequest)
  steps?: EscalationStepRequest[];
}

export class PolicyDraftRequest {
  @IsIn(MID_FLIGHT_RULES)
  midFlightRule: MidFlightRule;

  /** Why, or by which order. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(1000)
  note?: string | null;

  @IsArray()
  @ArrayMaxSize(MOST_TARGETS)
  @ValidateNested({ each: true })
  @Type(() => PolicyTargetRequest)
  targets: PolicyTargetRequest[];
}

export class PublishPolicyRequest {
  /** From when it holds, with an offset; absent: at once. */
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  validFrom?: string;
}

export class NewPolicyRequest {
  @Trim()
  @Matches(/^[a-z0-9][a-z0-9-]{1,40}$/)
  code: string;

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
}

export class MatchRequest {
  @IsIn(TARGET_TICKET_TYPES)
  ticketType: (typeof TARGET_TICKET_TYPES)[number];

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(5)
  priority: number;

  @IsOptional()
  @IsUUID()
  serviceId?: string;

  @IsOptional()
  @IsUUID()
  institutionId?: string;

  /** The group that has the ticket, for OLAs. */
  @IsOptional()
  @IsUUID()
  groupId?: string;

  /** Asks one version of a policy, or a draft, whatever was agreed. */
  @IsOptional()
  @IsUUID()
  versionId?: string;
}
