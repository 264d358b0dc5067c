import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import {
  IsBoolean,
  IsEmail,
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
} from 'class-validator';
import { PageRequest, Trim } from '#platform';
import { INSTITUTION_KINDS, type InstitutionKind } from '../../store/organisation.js';

const DAY = /^(19|20)\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export class ListInstitutionsRequest extends PageRequest {
  /** A part of one of its names or of its registration number. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

class NamesRequest {
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

export class AddInstitutionRequest extends NamesRequest {
  @ApiProperty({ enum: INSTITUTION_KINDS })
  @IsIn(INSTITUTION_KINDS)
  kind: InstitutionKind;

  /** Does it receive services? */
  @IsBoolean()
  isClient: boolean;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  activeFrom: string;

  /** The first day on which it is not served any more. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  activeTo?: string | null;

  @IsOptional()
  @IsUUID('loose')
  parentId?: string | null;

  @IsOptional()
  @Trim()
  @Matches(/^[0-9A-Z -]{4,20}$/)
  registrationNo?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  externalId?: string | null;
}

export class ChangeInstitutionRequest extends PartialType(AddInstitutionRequest, { skipNullProperties: false }) {}

export class AddUnitRequest extends NamesRequest {
  /** The unit above it, of the same institution. */
  @IsOptional()
  @IsUUID('loose')
  parentId?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  externalId?: string | null;
}

class UnitStateRequest extends AddUnitRequest {
  /** Is it still there? */
  @IsBoolean()
  active: boolean;
}

export class ChangeUnitRequest extends PartialType(UnitStateRequest, { skipNullProperties: false }) {}

export class AddGroupRequest extends NamesRequest {
  /** 1 is the first line. */
  @IsInt()
  @Min(1)
  @Max(3)
  tier: number;

  /** Do its tickets count for KPI-02, and do its members read every ticket that is not restricted? */
  @IsBoolean()
  isUserSupport: boolean;

  /** The working calendar of its people. */
  @IsString()
  @MaxLength(60)
  calendarCode: string;

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @Trim()
  @IsEmail()
  @MaxLength(254)
  email?: string | null;
}

class GroupStateRequest extends AddGroupRequest {
  @IsBoolean()
  active: boolean;

  /** One of its members; null: nobody. */
  @IsOptional()
  @IsUUID('loose')
  leadId?: string | null;
}

export class ChangeGroupRequest extends PartialType(GroupStateRequest, { skipNullProperties: false }) {}
