export class SetupLinkResponse {
  /** May the link still be used? */
  valid: boolean;
}
