import { Body, Controller, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { Public } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Sessions } from '../store/sessions.js';
import { SetUpSecondFactor } from '../use-cases/set-up-second-factor.js';
import { TakeSecondStep, type WaitingSignIn } from '../use-cases/take-second-step.js';
import { CodeRequest } from './requests/second-factor.request.js';
import { MeResponse } from './responses/me.response.js';
import { EnrolmentResponse } from './responses/second-factor.response.js';
import { EnrolledResponse, WaitingStepResponse } from './responses/sign-in-step.response.js';
import { SessionCookie } from './session-cookie.js';
import { signInFrom } from './sign-in-from.js';
import { Welcome } from './welcome.js';

/**
 * The second step of signing in, for the browser whose cookie holds a session that waits for it. Nobody is signed in yet, so the routes are
 * public; without such a session they open nothing.
 */
@Controller('session')
@Public()
export class SignInStepsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly steps: TakeSecondStep,
    private readonly setUp: SetUpSecondFactor,
    private readonly welcome: Welcome,
    private readonly cookie: SessionCookie,
  ) {}

  /** Which step this browser's sign-in waits for; null where it waits for none. */
  @Get('step')
  async step(@Req() request: FastifyRequest): Promise<WaitingStepResponse> {
    const id = this.cookie.read(request);
    return { step: (id === undefined ? undefined : await this.sessions.step(id))?.step ?? null };
  }

  /** Signs in by a code of the authenticator or a recovery code. Each counts once. */
  @Post('code')
  @HttpCode(200)
  async code(
    @Body() { code }: CodeRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MeResponse> {
    return this.welcome.into(await this.steps.enterCode(this.waiting(request), code), reply);
  }

  /** A new secret for the authenticator of somebody who must set one up before he goes on. */
  @Put('enrolment/secret')
  async secret(@Req() request: FastifyRequest): Promise<EnrolmentResponse> {
    const { userId, login } = await this.steps.enrolling(this.waiting(request));
    return this.setUp.begin(userId, login);
  }

  /** The first code of the new authenticator: signs in, and answers the recovery codes, once. */
  @Put('enrolment')
  async enrol(
    @Body() { code }: CodeRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EnrolledResponse> {
    const { session, recoveryCodes } = await this.steps.enrol(this.waiting(request), code);
    return { me: await this.welcome.into(session, reply), recoveryCodes: [...recoveryCodes] };
  }

  private waiting(request: FastifyRequest): WaitingSignIn {
    return { waitingId: this.cookie.read(request), ...signInFrom(request) };
  }
}
