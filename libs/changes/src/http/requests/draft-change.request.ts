import { IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { Trim } from '#platform';
import { ChangeFieldsRequest } from './change-fields.request.js';

/** A wish for a change. Whoever asks from the portal writes title, description and the wished date; staff writes what it knows. */
export class DraftChangeRequest extends ChangeFieldsRequest {
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string;

  /** What is to change, in plain words. Markdown. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  description: string;

  /** Who asked for it, where staff writes it down for him. */
  @IsOptional()
  @IsUUID()
  requesterId?: string;

  /** The template that a standard change is made from; it must be active. */
  @IsOptional()
  @IsUUID()
  templateId?: string;
}
