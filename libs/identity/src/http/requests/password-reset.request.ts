import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class AskPasswordResetRequest {
  /** A login or a mail address. */
  @IsString()
  @IsNotEmpty()
  @MaxLength(254)
  loginOrEmail: string;
}

export class ResetPasswordRequest {
  /** At least 12 characters, not the login. */
  @IsString()
  @MaxLength(1024)
  password: string;
}
