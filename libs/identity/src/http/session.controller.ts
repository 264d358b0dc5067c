import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { Public, Require } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OidcClient } from '../outside/oidc-client.js';
import { SignIn } from '../use-cases/sign-in.js';
import { SignOut } from '../use-cases/sign-out.js';
import { SignInRequest } from './requests/sign-in.request.js';
import { MeResponse } from './responses/me.response.js';
import { SignedOutResponse } from './responses/sign-in-provider.response.js';
import { SignInStepResponse } from './responses/sign-in-step.response.js';
import { SessionCookie } from './session-cookie.js';
import { signInFrom } from './sign-in-from.js';
import { Welcome } from './welcome.js';

@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly welcome: Welcome,
    private readonly cookie: SessionCookie,
    private readonly providers: OidcClient,
  ) {}

  /**
   * Signs in. Sets the session's cookie; refused logins answer alike, whatever was wrong. 202 says that a second step is asked before the
   * session may be used.
   */
  @Post()
  @Public()
  @ApiCreatedResponse({ type: MeResponse })
  @ApiAcceptedResponse({ type: SignInStepResponse })
  async create(
    @Body() { login, password }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeResponse | SignInStepResponse> {
    const session = await this.signIn.execute({ login, password, ...signInFrom(request), earlierSessionId: this.cookie.read(request) });
    if (session.awaits === null) return this.welcome.into(session, reply);
    this.cookie.write(reply, session.id);
    void reply.status(202);
    return { step: session.awaits };
  }

  /** Signs out: the session ends at once, everywhere. 200 says where one signs out of the provider by which it was opened. */
  @Delete()
  @Require()
  @HttpCode(204)
  @ApiNoContentResponse()
  @ApiOkResponse({ type: SignedOutResponse })
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<SignedOutResponse | undefined> {
    const sessionId = this.cookie.read(request);
    const provider = sessionId ? await this.signOut.execute(sessionId) : null;
    this.cookie.clear(reply);
    const goTo = await this.providers.signOutPage(provider);
    if (goTo === null) return undefined;
    void reply.status(200);
    return { goTo };
  }
}
