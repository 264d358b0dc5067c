import { IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, Matches, MaxLength, ValidateIf } from 'class-validator';
import { Trim } from '#platform';
import { ITEM_STATUSES, type ItemStatus } from '../../domain/item-status.js';
import { RELATION_KINDS, type RelationKind } from '../../domain/relation.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What may be said of an item; null empties a field, what is left out stays as it is. */
export class ItemDetailsRequest {
  @IsOptional()
  @IsIn(ITEM_STATUSES)
  status?: ItemStatus;

  @IsOptional()
  @IsUUID('loose')
  custodianId?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  serial?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  manufacturer?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  model?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  location?: string | null;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  purchasedOn?: string | null;

  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  warrantyUntil?: string | null;

  /** The last day on which its maker supports it. */
  @IsOptional()
  @Matches(DAY)
  @IsISO8601({ strict: true })
  supportUntil?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  note?: string | null;
}

export class RegisterItemRequest extends ItemDetailsRequest {
  /** Asset tag: letters, digits and `. _ - /`, one digit at least. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  tag: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  /** Code of a class. */
  @IsString()
  @MaxLength(40)
  class: string;

  @IsUUID('loose')
  institutionId: string;
}

export class ChangeItemRequest extends ItemDetailsRequest {
  @ValidateIf((_, value) => value !== undefined)
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  @ValidateIf((_, value) => value !== undefined)
  @IsString()
  @MaxLength(40)
  class?: string;

  @ValidateIf((_, value) => value !== undefined)
  @IsUUID('loose')
  institutionId?: string;

  /** Why the status changes; needed where something that was disposed of comes back. */
  @IsOptional()
  @Trim()
  @IsString()
  @MaxLength(500)
  statusReason?: string;
}

export class RelateItemsRequest {
  @IsIn(RELATION_KINDS)
  kind: RelationKind;

  /** Id or tag of the other item. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  target: string;
}
