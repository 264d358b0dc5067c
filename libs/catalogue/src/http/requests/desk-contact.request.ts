import { Trim } from '#platform';
import { IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

const MOST_NOTE = 300;

/** The fields that change; null or an empty text takes one away. */
export class ChangeDeskContactRequest {
  /** Digits, spaces and what stands between them in a number; a `+` in front. */
  @ValidateIf((body: ChangeDeskContactRequest) => body.phone !== undefined && body.phone !== null && body.phone !== '')
  @Trim()
  @IsString()
  @MaxLength(30)
  @Matches(/^\+?\d[\d ()-]{2,28}$/)
  phone?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(MOST_NOTE)
  noteLv?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(MOST_NOTE)
  noteEn?: string | null;
}
