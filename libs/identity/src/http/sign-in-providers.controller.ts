import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { DomainError } from '#kernel';
import { Public, Settings } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OidcClient } from '../outside/oidc-client.js';
import { BeginOidcSignIn } from '../use-cases/begin-oidc-sign-in.js';
import { FinishOidcSignIn } from '../use-cases/finish-oidc-sign-in.js';
import { ProviderCookie } from './provider-cookie.js';
import { ProviderSignInRequest } from './requests/provider-sign-in.request.js';
import { ProviderPageResponse, SignInProvidersResponse } from './responses/sign-in-provider.response.js';
import { SessionCookie } from './session-cookie.js';
import { signInFrom } from './sign-in-from.js';

/** Signing in by a provider of OpenID Connect. Nobody is signed in yet, so the routes are public. */
@Controller('session/providers')
@Public()
export class SignInProvidersController {
  constructor(
    private readonly client: OidcClient,
    private readonly begin: BeginOidcSignIn,
    private readonly finish: FinishOidcSignIn,
    private readonly attempt: ProviderCookie,
    private readonly session: SessionCookie,
    private readonly settings: Settings,
  ) {}

  /** The providers that the sign-in page offers. */
  @Get()
  list(): SignInProvidersResponse {
    return { items: this.client.providers.map(({ code, nameLv, nameEn }) => ({ code, nameLv, nameEn })) };
  }

  /** Begins to sign in by a provider: the browser goes on to its page, and comes back to `answer`. */
  @Post(':code/attempt')
  @HttpCode(200)
  async start(
    @Param('code') code: string,
    @Body() { next = null }: ProviderSignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProviderPageResponse> {
    const { secret, page } = await this.begin.execute(code, { next, address: request.ip });
    this.attempt.write(reply, secret);
    return { goTo: page };
  }

  /** Where a provider's page leads back to: opens the session, or tells the sign-in page why not. */
  @Get(':code/answer')
  @ApiResponse({ status: 303, description: 'On to the page that was asked for, or to the sign-in page.' })
  async answer(@Param('code') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const goTo = await this.openFor(code, request, reply);
    // Only ever a page below the address that people type.
    await reply.header('cache-control', 'no-store').redirect(`${this.settings.publicUrl}${goTo}`, 303);
  }

  private async openFor(code: string, request: FastifyRequest, reply: FastifyReply): Promise<string> {
    const secret = this.attempt.read(request);
    if (secret !== undefined) this.attempt.clear(reply);
    const at = request.url.indexOf('?');
    const query = at < 0 ? '' : request.url.slice(at);
    try {
      const answer = { provider: code, query, secret, ...signInFrom(request), earlierSessionId: this.session.read(request) };
      const { session, next } = await this.finish.execute(answer);
      this.session.write(reply, session.id);
      return `/?signed-in=1${next === null ? '' : `&next=${encodeURIComponent(next)}`}`;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return `/?refused=${encodeURIComponent(error.code)}`;
    }
  }
}
