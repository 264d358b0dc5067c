import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { formatInstant, notFound } from '#kernel';
import { Database, PageRequest, Require } from '#platform';
import type { Actor } from '../domain/actor.js';
import { StaffFactors } from '../reads/staff-factors.js';
import { IdentitySettings } from '../store/identity-settings.js';
import { ChangeSignInSettings } from '../use-cases/change-sign-in-settings.js';
import { ResetSecondFactor } from '../use-cases/reset-second-factor.js';
import { CurrentActor } from './current-actor.js';
import { ResetSecondFactorRequest, SignInSettingsRequest } from './requests/second-factor.request.js';
import { SignInSettingsResponse } from './responses/second-factor.response.js';
import { StaffFactorsResponse } from './responses/staff-factor.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.user') });

/** How staff signs in: what an administrator decides, and who has a second factor. */
@Controller()
export class SignInSettingsController {
  constructor(
    private readonly database: Database,
    private readonly settings: IdentitySettings,
    private readonly staff: StaffFactors,
    private readonly changeSettings: ChangeSignInSettings,
    private readonly resetFactor: ResetSecondFactor,
  ) {}

  @Get('sign-in-settings')
  @Require('admin.settings')
  async read(): Promise<SignInSettingsResponse> {
    return this.settings.read(this.database);
  }

  /** Makes the second factor obligatory for staff, or leaves it to them. */
  @Put('sign-in-settings')
  @Require('admin.settings')
  async change(@CurrentActor() actor: Actor, @Body() body: SignInSettingsRequest): Promise<SignInSettingsResponse> {
    return this.changeSettings.execute(actor, body);
  }

  /** Staff by name, with their second factors; how many there are in all, and how many have one. */
  @Get('second-factors')
  @Require('admin.users')
  async factors(@Query() { cursor, limit }: PageRequest): Promise<StaffFactorsResponse> {
    const { page, total, protectedCount } = await this.staff.read(cursor, limit);
    const items = page.items.map(({ since, ...person }) => ({ ...person, since: since === null ? null : formatInstant(since) }));
    return { items, nextCursor: page.nextCursor, total, withFactor: protectedCount };
  }

  /** Takes the second factor from somebody who has lost it; ends his sessions, and tells him by mail. */
  @Post('people/:id/second-factor-reset')
  @Require('admin.users')
  @HttpCode(204)
  async reset(@CurrentActor() actor: Actor, @Param('id', uuid) id: string, @Body() { reason }: ResetSecondFactorRequest): Promise<void> {
    await this.resetFactor.execute(actor, id, reason);
  }
}
