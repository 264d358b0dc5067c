import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

const Trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class VoidRequestRequest {
  /** A breach is voided for no other reason. */
  @IsIn(['wrong_registration'])
  reason: 'wrong_registration';

  /** What was registered wrongly. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  note: string;

  /** The priority that it should have been registered with; left out where the ticket has the right one by now. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  priority?: number;
}

export class PauseCorrectionRequest {
  /** When the pause began, as it stands on record; left out for one that was forgotten. */
  @IsOptional()
  @IsISO8601({ strict: true })
  replaces?: string;

  @IsISO8601({ strict: true })
  from: string;

  /** Left out for a pause that lasts. */
  @IsOptional()
  @IsISO8601({ strict: true })
  to?: string;

  /** The hold's reason, for a pause that was forgotten: one that pauses this clock. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  hold?: string;

  /** Why it is corrected. */
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(2000)
  reason: string;
}
