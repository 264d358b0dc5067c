import { IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DAY, Trim } from '#platform';
import { AGREEMENT_KINDS, type AgreementKind } from '../../domain/agreement.js';

export class AgreementRequest {
  @IsIn(AGREEMENT_KINDS)
  kind: AgreementKind;

  /** Number of the order or contract. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  reference: string;

  /** Absent: for all services. */
  @IsOptional()
  @IsUUID()
  serviceId?: string | null;

  /** Absent: for all institutions. */
  @IsOptional()
  @IsUUID()
  institutionId?: string | null;

  /** Of an OLA the group that promises. */
  @IsOptional()
  @IsUUID()
  groupId?: string | null;

  /** Of an underpinning contract the supplier that promises. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  supplier?: string | null;

  /** Of an SLA the policy that its tickets follow; absent: the general one. */
  @IsOptional()
  @IsUUID()
  policyId?: string | null;

  /** The first day, `YYYY-MM-DD`. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validFrom: string;

  /** The first day on which it no longer holds; absent while it has no end. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validTo?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(2000)
  note?: string | null;
}

export class EndAgreementRequest {
  /** The first day on which it no longer holds, `YYYY-MM-DD`; today or later. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validTo: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(1000)
  reason: string;
}
