import { IsString, MaxLength } from 'class-validator';

export class ChangePasswordRequest {
  @IsString()
  @MaxLength(1024)
  currentPassword: string;

  /** At least 12 characters, not the login. */
  @IsString()
  @MaxLength(1024)
  newPassword: string;
}
