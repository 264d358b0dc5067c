import { Trim } from '#platform';
import { IsBoolean, IsNotEmpty, IsString, MaxLength } from 'class-validator';

export class CodeRequest {
  /** Six digits of the authenticator, or a recovery code. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(64)
  code: string;
}

export class ConfirmPasswordRequest {
  @IsString()
  @MaxLength(1024)
  currentPassword: string;
}

/** Password and code once more, before the second factor is changed. */
export class StepUpRequest extends CodeRequest {
  @IsString()
  @MaxLength(1024)
  currentPassword: string;
}

export class ResetSecondFactorRequest {
  /** Why; it stands in the audit. */
  @Trim()
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  reason: string;
}

export class SignInSettingsRequest {
  /** Must staff have a second factor? */
  @IsBoolean()
  secondFactorForStaff: boolean;
}
