import { type OutsideSource, readOutsideSource } from './outside-source.js';
import { isLoopback, requireOwnCodes, SettingObject } from './setting-object.js';

/** Ways to find who somebody is at his first sign-in with a provider; afterwards issuer and subject say it. */
export type OidcLink = 'external-id' | 'mail';

/** A provider of OpenID Connect by which people sign in. */
export interface OidcProvider extends OutsideSource {
  /** Exactly as the provider says it in its tokens. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clientAuthentication: 'basic' | 'post';
  readonly scope: string;
  /** What the provider is trusted to know people here by. */
  readonly links: ReadonlySet<OidcLink>;
  readonly externalIdClaim: string | null;
  /** Values of `amr` and `acr` after which our own second factor is not asked any more. */
  readonly secondFactor: { readonly amr: readonly string[]; readonly acr: readonly string[] };
  /** Does signing out here sign out there? */
  readonly signsOut: boolean;
}

const SETTING = 'ATBALSTS_OIDC';

/** Reads the providers of `ATBALSTS_OIDC`. Throws `identity.sign-in-setting-invalid` with the place that is wrong. */
export function readOidcProviders(value: readonly unknown[]): readonly OidcProvider[] {
  const providers = SettingObject.list(SETTING, value).map(readProvider);
  requireOwnCodes(SETTING, providers);
  return providers;
}

function readProvider(from: SettingObject): OidcProvider {
  const source = readOutsideSource(from);
  const links = new Set(from.texts('link').map((word) => (word === 'external-id' || word === 'mail' ? word : from.refuse('link'))));
  const externalIdClaim = from.textOrNull('externalIdClaim');
  if (links.has('external-id') && externalIdClaim === null) from.refuse('externalIdClaim');
  const provider = {
    ...source,
    issuer: readIssuer(from),
    clientId: from.text('clientId'),
    clientSecret: from.text('clientSecret'),
    clientAuthentication: from.oneOf('clientAuthentication', ['basic', 'post']),
    scope: from.textOrNull('scope') ?? 'openid profile email',
    links,
    externalIdClaim,
    secondFactor: readSecondFactor(from.object('secondFactor')),
    signsOut: from.flag('signOut'),
  };
  if (!provider.scope.split(' ').includes('openid')) from.refuse('scope');
  from.done();
  return provider;
}

function readIssuer(from: SettingObject): string {
  const issuer = from.text('issuer');
  if (!URL.canParse(issuer)) return from.refuse('issuer');
  const url = new URL(issuer);
  const sealed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
  return sealed && url.search === '' && url.hash === '' && url.username === '' ? issuer : from.refuse('issuer');
}

function readSecondFactor(from: SettingObject | null): OidcProvider['secondFactor'] {
  if (from === null) return { amr: [], acr: [] };
  const read = { amr: from.texts('amr'), acr: from.texts('acr') };
  from.done();
  return read;
}
