import { OmitType, PartialType } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { DAY, Trim } from '#platform';
import type { OfferingKind } from '../../store/import-services.js';
import { CRITICALITIES, type Criticality } from '../../store/service-table.js';

export class AddServiceRequest {
  /** Capital letters, digits and hyphens. */
  @Trim()
  @Matches(/^[A-Z0-9][A-Z0-9-]{1,29}$/)
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

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  descriptionLv?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  descriptionEn?: string | null;

  @IsOptional()
  @IsUUID('loose')
  ownerId?: string | null;

  /** The group that takes its incidents. */
  @IsOptional()
  @IsUUID('loose')
  defaultGroupId?: string | null;

  @IsIn(CRITICALITIES)
  criticality: Criticality;

  /** How one can turn to it. */
  @IsArray()
  @ArrayUnique()
  @IsIn(['incident', 'request'], { each: true })
  kinds: OfferingKind[];
}

export class ChangeRegisteredServiceRequest extends PartialType(OmitType(AddServiceRequest, ['kinds'] as const), {
  skipNullProperties: false,
}) {}

export class SubscribeRequest {
  @IsUUID('loose')
  institutionId: string;

  @Matches(DAY)
  @IsISO8601({ strict: true })
  validFrom: string;

  /** The first day that is not included any more. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  validTo?: string | null;
}

export class EndSubscriptionRequest {
  /** The first day on which the institution does not receive it any more. */
  @Matches(DAY)
  @IsISO8601({ strict: true })
  on: string;
}
