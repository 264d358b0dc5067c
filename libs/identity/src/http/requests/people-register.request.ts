import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsEmail, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { DAY, PageRequest, Trim } from '#platform';
import { type GrantScope, type Role, ROLES } from '../../domain/role.js';
import { PERSON_STATES, type PersonState } from '../../reads/people-register.js';

const SCOPES: readonly GrantScope[] = ['all', 'institution', 'group'];

export class ListPeopleRequest extends PageRequest {
  /** Parts of the name, the login or the e-mail address. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  @IsOptional()
  @IsUUID('loose')
  institutionId?: string;

  /** Who holds this role now. */
  @ApiPropertyOptional({ enum: ROLES })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  @ApiPropertyOptional({ enum: PERSON_STATES, default: 'active' })
  @IsOptional()
  @IsIn(PERSON_STATES)
  state?: PersonState;
}

/** What is known of a person; null empties a field. */
class PersonDetailsRequest {
  /** Null: cannot sign in with a password. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  login?: string | null;

  @IsOptional()
  @Trim()
  @IsEmail()
  @MaxLength(254)
  email?: string | null;

  @IsOptional()
  @Trim()
  @Matches(/^[+0-9 ()/.-]{3,40}$/)
  phone?: string | null;

  /** A unit of his institution. */
  @IsOptional()
  @IsUUID('loose')
  unitId?: string | null;

  /** What another system calls him; files that are taken in find him by it. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  externalId?: string | null;
}

export class AddPersonRequest extends PersonDetailsRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @IsOptional()
  @IsIn(['lv', 'en'])
  locale?: 'lv' | 'en';

  @IsUUID('loose')
  institutionId: string;
}

export class ChangePersonRequest extends PersonDetailsRequest {
  @ValidateIf((request: ChangePersonRequest) => request.name !== undefined)
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  @ValidateIf((request: ChangePersonRequest) => request.locale !== undefined)
  @IsIn(['lv', 'en'])
  locale?: 'lv' | 'en';

  @ValidateIf((request: ChangePersonRequest) => request.institutionId !== undefined)
  @IsUUID('loose')
  institutionId?: string;
}

export class DepartureRequest {
  /** The first day on which he is not with us any more. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on: string;
}

class ReasonRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class GiveRoleRequest extends ReasonRequest {
  @IsIn(ROLES)
  role: Role;

  /** What it is for: everything where left out. */
  @ApiPropertyOptional({ enum: SCOPES, default: 'all' })
  @IsOptional()
  @IsIn(SCOPES)
  scope?: GrantScope;

  /** The institution or group that it is narrowed to. */
  @IsOptional()
  @IsUUID('loose')
  scopeId?: string | null;

  /** The first day, in Riga, on which it does not count any more; for good where left out. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  endsOn?: string | null;
}

export class EndGrantRequest extends ReasonRequest {}

export class RefuseGrantRequest extends ReasonRequest {}

export class ListGrantRequestsRequest extends PageRequest {
  /** Those that wait, or those that were decided. */
  @ApiPropertyOptional({ enum: ['pending', 'decided'], default: 'pending' })
  @IsOptional()
  @IsIn(['pending', 'decided'])
  state?: 'pending' | 'decided';
}
