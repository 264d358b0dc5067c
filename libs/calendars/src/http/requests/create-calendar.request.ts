import { IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';

export class CreateCalendarRequest {
  /** Small letters, digits and hyphens; policies and groups name the calendar by it. */
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9-]{1,39}$/)
  code: string;
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  nameLv: string;
  @IsString()
  @IsNotEmpty()
  @MaxLength(120)
  nameEn: string;
  /** IANA name, such as `Europe/Riga`; it cannot be changed later. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(60)
  timezone: string;
}
