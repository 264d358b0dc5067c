export class PasswordResetLinkResponse {
  /** May the link still be used? */
  valid: boolean;
  /** Whose password it sets; null where it may not be used. */
  login: string | null;
}
