import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength, ValidateIf } from 'class-validator';
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

  /**
   * The last comment that the writer saw, null where he saw none. Where others have said something since, the answer is 409
   * `tickets.commented-meanwhile`; left out, nobody minds.
   */
  @ValidateIf((request: AddCommentRequest) => request.expectedLastCommentId !== undefined && request.expectedLastCommentId !== null)
  @IsUUID()
  expectedLastCommentId?: string | null;

  /** Colleagues whom a note names with `@`; they are told of it. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsUUID(undefined, { each: true })
  mentions?: string[];
}
