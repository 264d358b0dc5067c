import { Transform } from 'class-transformer';
import { IsISO8601, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

const trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class PutAsideRequest {
  /** When its assignee is reminded. */
  @IsISO8601({ strict: true, strictSeparator: true })
  until: string;

  /** What to remember then. */
  @IsOptional()
  @trimmed()
  @IsString()
  @MaxLength(500)
  note?: string;
}

export class ReplyToChildrenRequest {
  /** Markdown. */
  @trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(20_000)
  body: string;
}
