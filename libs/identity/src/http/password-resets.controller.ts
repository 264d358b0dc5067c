import { Body, Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import { Database, Public } from '#platform';
import type { FastifyRequest } from 'fastify';
import { ResetLinks } from '../store/reset-links.js';
import { AskPasswordReset } from '../use-cases/ask-password-reset.js';
import { ResetPassword } from '../use-cases/reset-password.js';
import { AskPasswordResetRequest, ResetPasswordRequest } from './requests/password-reset.request.js';
import { PasswordResetLinkResponse } from './responses/password-reset.response.js';

/** A forgotten password: asked for by whoever types a login or an address, set by whoever reads the mail. */
@Controller('password-resets')
@Public()
export class PasswordResetsController {
  constructor(
    private readonly database: Database,
    private readonly links: ResetLinks,
    private readonly ask: AskPasswordReset,
    private readonly reset: ResetPassword,
  ) {}

  /** Asks for a link by mail. The answer is the same, and takes as long, whether somebody is known by that or not. */
  @Post()
  @HttpCode(202)
  async create(@Body() { loginOrEmail }: AskPasswordResetRequest, @Req() request: FastifyRequest): Promise<void> {
    await this.ask.execute({ asked: loginOrEmail, address: request.ip });
  }

  /** May this link still be used? Looking takes nothing from it. */
  @Get(':token')
  async read(@Param('token') token: string): Promise<PasswordResetLinkResponse> {
    const login = (await this.links.loginBehind(this.database, token)) ?? null;
    return { valid: login !== null, login };
  }

  /** Sets the new password, once, and ends all sessions of the person, who then signs in as always. */
  @Post(':token')
  @HttpCode(204)
  async use(@Param('token') token: string, @Body() { password }: ResetPasswordRequest): Promise<void> {
    await this.reset.execute(token, password);
  }
}
