import { EXPORT_FORMATS, type ExportFormat, PageRequest } from '#platform';
import { IsIn, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { type Side, SIDES } from './comment-themes.js';

const MONTH = /^20\d{2}-(0[1-9]|1[0-2])$/;

export class SatisfactionRequest {
  /** The current month where absent. */
  @IsOptional()
  @Matches(MONTH)
  month?: string;
}

export class DisappointedRequest extends PageRequest {
  /** The current month where absent. */
  @IsOptional()
  @Matches(MONTH)
  month?: string;
}

export class ThemeCommentsRequest extends SatisfactionRequest {
  @IsIn(SIDES)
  side: Side;

  /** As the themes give it. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  stem: string;
}

export class SatisfactionExportRequest extends SatisfactionRequest {
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}
