import { Trim } from '#platform';
import { IsIn, IsNotEmpty, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

const given = (field: keyof ChangeMeRequest) => ValidateIf((request: ChangeMeRequest) => request[field] !== undefined);

/** What one says of oneself; what is left out stays as it is. */
export class ChangeMeRequest {
  @given('name')
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name?: string;

  /** Null takes it away. */
  @ValidateIf((request: ChangeMeRequest) => request.phone !== undefined && request.phone !== null)
  @Trim()
  @IsString()
  @Matches(/^\+?[0-9][0-9 ()-]{3,30}$/)
  phone?: string | null;

  @given('locale')
  @IsIn(['lv', 'en'])
  locale?: 'lv' | 'en';

  /** `auto` follows the device. */
  @given('theme')
  @IsIn(['auto', 'light', 'dark'])
  theme?: 'auto' | 'light' | 'dark';
}
