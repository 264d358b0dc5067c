import type { OidcProvider } from './oidc-provider.js';

/** Claims of a token as they came. */
export type Claims = Readonly<Record<string, unknown>>;

/** Whom a provider has sent, as far as it is believed. */
export interface OutsidePerson {
  readonly name: string | null;
  /** A name to sign in by, not yet checked. */
  readonly login: string | null;
  /** Only where the provider says that it has checked the address. */
  readonly mail: string | null;
  readonly phone: string | null;
  readonly locale: 'lv' | 'en';
  readonly externalId: string | null;
  /** The institution that the provider names, where it is to name one. */
  readonly institution: string | null;
  /** What he belongs to, by the provider's own words. */
  readonly belongsTo: readonly string[];
}

export interface OidcPerson extends OutsidePerson {
  readonly issuer: string;
  readonly subject: string;
  /** The provider asked for a second factor of a kind that counts here. */
  readonly provedTwice: boolean;
}

/** What is known of one person at most this long; longer values are no names. */
const LONGEST = 200;

/** Reads the claims that were proved (of the token) and those that go with them (of the provider's user information). */
export function readOidcPerson(provider: OidcProvider, token: Claims, more: Claims): OidcPerson {
  const claims: Claims = { ...more, ...token };
  const mail = claims['email_verified'] === true ? textOf(claims['email']) : null;
  const preferred = textOf(claims['preferred_username']);
  return {
    issuer: String(token['iss']),
    subject: String(token['sub']),
    // How somebody proved who he is stands in the token, never beside it.
    provedTwice: provedTwice(provider, token),
    name: textOf(claims['name']) ?? preferred,
    login: preferred ?? mail?.split('@')[0] ?? null,
    mail: mail !== null && /^[^@\s]+@[^@\s]+$/.test(mail) ? mail.toLowerCase() : null,
    phone: null,
    locale: textOf(claims['locale'])?.toLowerCase().startsWith('en') ? 'en' : 'lv',
    externalId: provider.externalIdClaim === null ? null : textOf(claims[provider.externalIdClaim]),
    institution: provider.adds !== null && 'from' in provider.adds ? textOf(claims[provider.adds.from]) : null,
    belongsTo: provider.roles === null ? [] : textsOf(claims[provider.roles.from]),
  };
}

function provedTwice({ secondFactor }: OidcProvider, token: Claims): boolean {
  const acr = textOf(token['acr']);
  return textsOf(token['amr']).some((way) => secondFactor.amr.includes(way)) || (acr !== null && secondFactor.acr.includes(acr));
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' || text.length > LONGEST || /\p{Cc}/u.test(text) ? null : text;
}

const textsOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).map(textOf).filter((text): text is string => text !== null);
