import { OmitType, PartialType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { Trim } from '#platform';
import { REFERENCE_CODE, REFERENCE_LISTS, type ReferenceList } from '../../domain/reference-word.js';

/** A name stands in sentences that have places of their own. */
const NO_BRACES = /^[^{}]*$/;

export class AddReferenceWordRequest {
  @IsIn(REFERENCE_LISTS)
  list: ReferenceList;

  /** Small letters, digits and underscores; it stays. */
  @Trim()
  @Matches(REFERENCE_CODE)
  code: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  @Matches(NO_BRACES)
  nameLv: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  @Matches(NO_BRACES)
  nameEn: string;

  /** When it is chosen, for whoever chooses. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  descriptionLv?: string | null;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(300)
  descriptionEn?: string | null;
}

export class ChangeReferenceWordRequest extends PartialType(OmitType(AddReferenceWordRequest, ['list', 'code'] as const), {
  skipNullProperties: false,
}) {
  /** Whether it can be chosen from now on. */
  @IsOptional()
  @IsBoolean()
  active?: boolean;
}

export class ReferenceOrderRequest {
  @IsIn(REFERENCE_LISTS)
  list: ReferenceList;

  /** All words of the list, in their order. */
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(500)
  @IsUUID('loose', { each: true })
  ids: string[];
}
