import { Transform } from 'class-transformer';
import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { VISIBILITIES, type Visibility } from '../../domain/ticket.js';

export class AddCommentRequest {
  /** Markdown. */
  @IsString()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsNotEmpty()
  @MaxLength(20_000)
  body: string;

  @IsIn(VISIBILITIES)
  visibility: Visibility;
}
