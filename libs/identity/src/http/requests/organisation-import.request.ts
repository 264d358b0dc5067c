import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { IMPORT_KINDS, type ImportKind, SOURCE } from '../../domain/import-columns.js';

export class CheckImportRequest {
  @ApiProperty({ enum: IMPORT_KINDS, enumName: 'OrganisationImportKind' })
  @IsIn(IMPORT_KINDS)
  kind: ImportKind;

  /** What the system that the file comes from is called here, such as `hr`: small Latin letters, digits and hyphens. It stands with each record. */
  @Matches(SOURCE)
  source: string;
}

export class ApplyImportRequest {
  /** End the records of this source that the file does not name? */
  @IsBoolean()
  endMissing: boolean;

  /** How many records end, as the dry run says; asked where they are many. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  endings?: number;
}
