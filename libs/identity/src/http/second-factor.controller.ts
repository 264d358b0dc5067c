import { Body, Controller, Get, HttpCode, Post, Put, Req } from '@nestjs/common';
import { formatInstant } from '#kernel';
import { Require } from '#platform';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../domain/actor.js';
import { OwnSecondFactor } from '../reads/own-second-factor.js';
import { ChangeSecondFactor } from '../use-cases/change-second-factor.js';
import { ConfirmPassword } from '../use-cases/confirm-password.js';
import { SetUpSecondFactor } from '../use-cases/set-up-second-factor.js';
import { CurrentActor } from './current-actor.js';
import { CodeRequest, ConfirmPasswordRequest, StepUpRequest } from './requests/second-factor.request.js';
import { EnrolmentResponse, OwnSecondFactorResponse, RecoveryCodesResponse } from './responses/second-factor.response.js';
import { SessionCookie } from './session-cookie.js';

/** One's second factor. What is shown once is answered by PUT: the answers to POSTs may be kept for a repetition. */
@Controller('me/second-factor')
@Require()
export class SecondFactorController {
  constructor(
    private readonly own: OwnSecondFactor,
    private readonly confirmPassword: ConfirmPassword,
    private readonly setUp: SetUpSecondFactor,
    private readonly change: ChangeSecondFactor,
    private readonly cookie: SessionCookie,
  ) {}

  @Get()
  async read(@CurrentActor() actor: Actor): Promise<OwnSecondFactorResponse> {
    const { since, ...status } = await this.own.read(actor);
    return { since: since === null ? null : formatInstant(since), ...status };
  }

  /** A new secret for the authenticator, for whoever shows his password once more. It counts after the first code of it. */
  @Put('secret')
  async begin(
    @CurrentActor() actor: Actor,
    @Body() { currentPassword }: ConfirmPasswordRequest,
    @Req() request: FastifyRequest,
  ): Promise<EnrolmentResponse> {
    await this.confirmPassword.execute(actor, currentPassword, request.ip);
    return this.setUp.begin(actor.id, actor.login);
  }

  /** Puts the factor in force by its first code; all one's other sessions end. Answers the recovery codes, once. */
  @Put()
  async confirm(
    @CurrentActor() actor: Actor,
    @Body() { code }: CodeRequest,
    @Req() request: FastifyRequest,
  ): Promise<RecoveryCodesResponse> {
    const from = { keptSessionId: this.cookie.read(request) ?? '', address: request.ip };
    return { recoveryCodes: await this.setUp.confirm(actor.id, code, from) };
  }

  /** New recovery codes in place of the earlier ones, for password and code. */
  @Put('recovery-codes')
  async renew(@CurrentActor() actor: Actor, @Body() stepUp: StepUpRequest, @Req() request: FastifyRequest): Promise<RecoveryCodesResponse> {
    return { recoveryCodes: await this.change.renewRecoveryCodes(actor, { ...stepUp, address: request.ip }) };
  }

  /** Switches the factor off, for password and code. */
  @Post('removal')
  @HttpCode(204)
  async remove(@CurrentActor() actor: Actor, @Body() stepUp: StepUpRequest, @Req() request: FastifyRequest): Promise<void> {
    await this.change.remove(actor, { ...stepUp, address: request.ip });
  }
}
