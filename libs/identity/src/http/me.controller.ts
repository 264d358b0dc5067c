import { Body, Controller, Get, HttpCode, Patch, Put, Req } from '@nestjs/common';
import { Require } from '#platform';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../domain/actor.js';
import { MeReader } from '../reads/me-reader.js';
import { ChangePassword } from '../use-cases/change-password.js';
import { ChangeProfile } from '../use-cases/change-profile.js';
import { CurrentActor } from './current-actor.js';
import { ChangeMeRequest } from './requests/change-me.request.js';
import { ChangePasswordRequest } from './requests/change-password.request.js';
import { MeResponse } from './responses/me.response.js';
import { SessionCookie } from './session-cookie.js';

@Controller('me')
@Require()
export class MeController {
  constructor(
    private readonly me: MeReader,
    private readonly changeProfile: ChangeProfile,
    private readonly changePassword: ChangePassword,
    private readonly cookie: SessionCookie,
  ) {}

  /** Who is signed in, with rights and the anti-forgery token. */
  @Get()
  async read(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<MeResponse> {
    return this.me.read(actor, this.sessionId(request));
  }

  /** Changes name, telephone, language or theme of one's own; what is left out stays. */
  @Patch()
  async change(@CurrentActor() actor: Actor, @Body() body: ChangeMeRequest, @Req() request: FastifyRequest): Promise<MeResponse> {
    await this.changeProfile.execute(actor, body);
    return this.me.read(actor, this.sessionId(request));
  }

  /** Changes one's own password; all one's other sessions end. */
  @Put('password')
  @HttpCode(204)
  async password(@CurrentActor() actor: Actor, @Body() body: ChangePasswordRequest, @Req() request: FastifyRequest): Promise<void> {
    await this.changePassword.execute(actor, { ...body, sessionId: this.sessionId(request), address: request.ip });
  }

  private sessionId(request: FastifyRequest): string {
    return this.cookie.read(request) ?? '';
  }
}
