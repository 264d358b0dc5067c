import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { Trim } from '#platform';
import { ChangeFieldsRequest } from './change-fields.request.js';

export class EditChangeRequest extends ChangeFieldsRequest {
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title?: string;

  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  description?: string;

  /** Why a conflict that blocks may stand, for the change manager. */
  @IsOptional()
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  overrideReason?: string;
}
