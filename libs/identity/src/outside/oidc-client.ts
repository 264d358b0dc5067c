import { Injectable, Logger } from '@nestjs/common';
import { Clock, DomainError, type Instant, notFound, plusSeconds } from '#kernel';
import { Settings } from '#platform';
import * as openid from 'openid-client';
import type { OidcAttempt } from '../domain/oidc-attempt.js';
import { type OidcPerson, readOidcPerson } from '../domain/oidc-claims.js';
import { type OidcProvider, readOidcProviders } from '../domain/oidc-provider.js';
import { isLoopback } from '../domain/setting-object.js';

/** What a provider says of itself (addresses, keys) is asked anew after so long. */
const KNOWN_SECONDS = 3600;
const TIMEOUT_SECONDS = 10;

interface Found {
  readonly configuration: Promise<openid.Configuration>;
  readonly until: Instant;
}

/**
 * Speaks OpenID Connect with the providers of `ATBALSTS_OIDC`: authorization code with PKCE, state and nonce. The token's signature is
 * checked by the provider's keys, although it comes over a connection of ours.
 */
@Injectable()
export class OidcClient {
  readonly providers: readonly OidcProvider[];
  private readonly log = new Logger(OidcClient.name);
  private readonly found = new Map<string, Found>();

  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    this.providers = readOidcProviders(settings.oidc);
  }

  /** Throws not-found where the settings know none such. */
  provider(code: string): OidcProvider {
    const provider = this.providers.find((one) => one.code === code);
    if (!provider) throw notFound('identity.provider');
    return provider;
  }

  /** The page of the provider to which the browser is sent. Throws `identity.outside-unavailable`. */
  async pageFor(provider: OidcProvider, { state, nonce, codeVerifier }: OidcAttempt): Promise<string> {
    const configuration = await this.configurationOf(provider);
    const { acr } = provider.secondFactor;
    return openid.buildAuthorizationUrl(configuration, {
      redirect_uri: this.answerAt(provider),
      scope: provider.scope,
      state,
      nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}),
    }).href;
  }

  /**
   * Whom the provider has sent back with `query`. Throws `identity.outside-refused` where the answer is not the one to this attempt, has been
   * used or is not properly signed for us, `identity.outside-cancelled` and `identity.outside-unavailable`.
   */
  async personOf(provider: OidcProvider, query: string, { state, nonce, codeVerifier }: OidcAttempt): Promise<OidcPerson> {
    const configuration = await this.configurationOf(provider);
    try {
      // Our own address as people type it, whatever host the request named.
      const answer = new URL(`${this.answerAt(provider)}${query}`);
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: codeVerifier, idTokenExpected: true };
      const tokens = await openid.authorizationCodeGrant(configuration, answer, checks);
      const token = tokens.claims();
      if (!token) throw new Error('the answer holds no token');
      const asks = configuration.serverMetadata().userinfo_endpoint !== undefined;
      const more = asks ? await openid.fetchUserInfo(configuration, tokens.access_token, token.sub) : {};
      return readOidcPerson(provider, token, more);
    } catch (error) {
      throw this.refusalOf(provider, error);
    }
  }

  /** The page of the provider on which somebody signs out there too; null where that is not wished or not possible. */
  async signOutPage(code: string | null): Promise<string | null> {
    const provider = this.providers.find((one) => one.code === code && one.signsOut);
    if (!provider) return null;
    try {
      const configuration = await this.configurationOf(provider);
      if (!configuration.serverMetadata().end_session_endpoint) return null;
      return openid.buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${this.settings.publicUrl}/` }).href;
    } catch {
      return null;
    }
  }

  /** The one address at which answers are taken: below the configured public one. */
  private answerAt({ code }: OidcProvider): string {
    return `${this.settings.publicUrl}/api/v1/session/providers/${code}/answer`;
  }

  private async configurationOf(provider: OidcProvider): Promise<openid.Configuration> {
    const now = this.clock.now();
    const known = this.found.get(provider.code);
    const { configuration } = known && known.until > now ? known : this.discover(provider, now);
    try {
      return await configuration;
    } catch (error) {
      this.found.delete(provider.code);
      this.log.error(`provider ${provider.code} does not say what it is: ${reasonOf(error)}`);
      throw unavailable();
    }
  }

  private discover(provider: OidcProvider, now: Instant): Found {
    const { issuer, clientId, clientSecret, clientAuthentication } = provider;
    const configuration = openid.discovery(
      new URL(issuer),
      clientId,
      clientSecret,
      clientAuthentication === 'basic' ? openid.ClientSecretBasic(clientSecret) : openid.ClientSecretPost(clientSecret),
      {
        timeout: TIMEOUT_SECONDS,
        execute: [openid.enableNonRepudiationChecks, ...(isLoopback(new URL(issuer)) ? [openid.allowInsecureRequests] : [])],
      },
    );
    const found = { configuration, until: plusSeconds(now, KNOWN_SECONDS) };
    this.found.set(provider.code, found);
    return found;
  }

  private refusalOf({ code }: OidcProvider, error: unknown): DomainError {
    if (error instanceof openid.AuthorizationResponseError && WITHDRAWN.has(error.error))
      return new DomainError('identity.outside-cancelled', {}, 'forbidden');
    if (isAway(error)) {
      this.log.error(`provider ${code} does not answer: ${reasonOf(error)}`);
      return unavailable();
    }
    this.log.warn(`refused an answer of provider ${code}: ${reasonOf(error)}`);
    return new DomainError('identity.outside-refused', {}, 'forbidden');
  }
}

/** What a provider says where the person himself did not go on. */
const WITHDRAWN = new Set(['access_denied', 'login_required', 'interaction_required', 'consent_required', 'account_selection_required']);

const AWAY = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON']);

/** Did no proper answer come at all? */
function isAway(error: unknown): boolean {
  if (error instanceof openid.ResponseBodyError) return error.status >= 500;
  if (error instanceof openid.ClientError) return AWAY.has(error.code ?? '');
  return error instanceof TypeError && error.message === 'fetch failed';
}

const unavailable = (): DomainError => new DomainError('identity.outside-unavailable', {}, 'unavailable');

/** For the log: what went wrong, without what the token said. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return [error.name, error.message, cause instanceof Error ? cause.message : ''].filter(Boolean).join(': ');
}
