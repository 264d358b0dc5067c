/** A way to sign in that is not ours. */
export class SignInProviderResponse {
  code: string;
  nameLv: string;
  nameEn: string;
}

export class SignInProvidersResponse {
  items: SignInProviderResponse[];
}

export class ProviderPageResponse {
  /** The provider's page, to which the browser goes on. */
  goTo: string;
}

export class SignedOutResponse {
  /** The provider's page on which one signs out there too. */
  goTo: string;
}
