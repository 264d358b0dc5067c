import { Body, Controller, Delete, HttpCode, Post, Req, Res } from '@nestjs/common';
import { DomainError } from '#kernel';
import { Public, Require } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActorReader } from '../reads/actor-reader.js';
import { MeReader } from '../reads/me-reader.js';
import { SignIn } from '../use-cases/sign-in.js';
import { SignOut } from '../use-cases/sign-out.js';
import { SignInRequest } from './requests/sign-in.request.js';
import { MeResponse } from './responses/me.response.js';
import { SessionCookie } from './session-cookie.js';

@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly actors: ActorReader,
    private readonly me: MeReader,
    private readonly cookie: SessionCookie,
  ) {}

  /** Signs in. Sets the session's cookie; refused logins answer alike, whatever was wrong. */
  @Post()
  @Public()
  async create(
    @Body() { login, password }: SignInRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeResponse> {
    const sessionId = await this.signIn.execute({ login, password, address: request.ip, earlierSessionId: this.cookie.read(request) });
    const actor = await this.actors.bySession(sessionId);
    if (!actor) throw new DomainError('identity.wrong-credentials', {}, 'unauthenticated');
    this.cookie.write(reply, sessionId);
    return this.me.read(actor, sessionId);
  }

  /** Signs out: the session ends at once, everywhere. */
  @Delete()
  @Require()
  @HttpCode(204)
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const sessionId = this.cookie.read(request);
    if (sessionId) await this.signOut.execute(sessionId);
    this.cookie.clear(reply);
  }
}
