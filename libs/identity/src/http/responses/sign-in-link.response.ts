/** A link by which somebody sets his first password. */
export class SignInLinkResponse {
  url: string;
  expiresAt: string;
}
