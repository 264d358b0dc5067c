import { INSTITUTION_KINDS, type InstitutionKind } from '../../store/organisation.js';
import { ApiProperty } from '@nestjs/swagger';
import { RefResponse } from './ref.response.js';

export class WriteAbilityResponse {
  change: boolean;
}

/** An institution as the administration keeps it. */
export class RegisteredInstitutionResponse {
  id: string;
  nameLv: string;
  nameEn: string;
  @ApiProperty({ enum: INSTITUTION_KINDS })
  kind: InstitutionKind;
  /** Does it receive services? */
  isClient: boolean;
  activeFrom: string;
  /** The first day on which it is not served any more. */
  activeTo: string | null;
  parent: RefResponse | null;
  registrationNo: string | null;
  externalId: string | null;
  /** Active people at home in it, and its units. */
  people: number;
  units: number;
  /** The ETag. */
  version: number;
  abilities: WriteAbilityResponse;
}

export class RegisteredInstitutionsResponse {
  items: RegisteredInstitutionResponse[];
  nextCursor: string | null;
}

export class UnitResponse {
  id: string;
  parentId: string | null;
  nameLv: string;
  nameEn: string;
  active: boolean;
  externalId: string | null;
  /** Active people in it. */
  people: number;
  /** For `If-Match`. */
  version: number;
}

export class UnitsResponse {
  /** Parents before what stands below them. */
  items: UnitResponse[];
}

export class GroupMemberResponse extends RefResponse {
  lead: boolean;
  active: boolean;
  /** Has a role by which he may work on tickets. */
  works: boolean;
}

/** A support group as the administration keeps it. */
export class RegisteredGroupResponse {
  id: string;
  nameLv: string;
  nameEn: string;
  /** 1 is the first line. */
  tier: number;
  isUserSupport: boolean;
  calendarCode: string;
  email: string | null;
  active: boolean;
  members: GroupMemberResponse[];
  /** The ETag. */
  version: number;
  abilities: WriteAbilityResponse;
}

export class RegisteredGroupsResponse {
  items: RegisteredGroupResponse[];
  abilities: WriteAbilityResponse;
}
