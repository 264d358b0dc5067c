import { EXPORT_FORMATS, type ExportFormat } from '#platform';
import { IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';

export class ResultRequest {
  /** Narrows the questions to the answers of one institution. */
  @IsOptional()
  @IsUUID()
  institutionId?: string;
}

export class ResultExportRequest {
  @IsIn(EXPORT_FORMATS)
  format: ExportFormat;
}

/** How a comment may be read, or that it is not to be read: one of the two. */
export class RedactionRequest {
  @ValidateIf((request: RedactionRequest) => request.hidden !== true)
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  text?: string;

  @IsOptional()
  @IsBoolean()
  hidden?: boolean;
}
