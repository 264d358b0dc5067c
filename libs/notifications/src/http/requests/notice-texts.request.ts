import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { Trim } from '#platform';
import { TEXT_LENGTH } from '../../domain/text-catalogue.js';

/** A text in both languages, with its places open. */
export class NoticeTextRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(TEXT_LENGTH)
  lv: string;

  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(TEXT_LENGTH)
  en: string;
}

/** A text as it is tried out. Without words of its own it is the one that holds now. */
export class TrialTextRequest {
  @IsIn(['lv', 'en'])
  locale: 'lv' | 'en';

  @IsOptional()
  @IsString()
  @MaxLength(TEXT_LENGTH)
  text?: string;
}
