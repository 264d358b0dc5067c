/** The second factor of the person who asks. */
export class OwnSecondFactorResponse {
  /** Since when it is in force; null where there is none. */
  since: string | null;
  recoveryCodesLeft: number;
  /** Does the administrator ask staff to have one? */
  obligatory: boolean;
}

/** A new secret for an authenticator. */
export class EnrolmentResponse {
  /** Base32, for typing. */
  secret: string;
  /** `otpauth://totp/...`, for the picture. */
  uri: string;
}

export class RecoveryCodesResponse {
  /** Shown once; each works once. */
  recoveryCodes: string[];
}

export class SignInSettingsResponse {
  /** Must staff have a second factor? Whoever has none sets one up when he signs in next. */
  secondFactorForStaff: boolean;
}
