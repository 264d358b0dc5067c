import { Controller, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { formatInstant, notFound } from '#kernel';
import { Require } from '#platform';
import type { Actor } from '../domain/actor.js';
import { GiveSignInLink } from '../use-cases/give-sign-in-link.js';
import { CurrentActor } from './current-actor.js';
import { SignInLinkResponse } from './responses/sign-in-link.response.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.user') });

/** How somebody new gets in: a link of one use. */
@ApiTags('administration')
@Controller('organisation/people/:id')
@Require('admin.users')
export class SignInLinksController {
  constructor(private readonly links: GiveSignInLink) {}

  /** Makes the link in place of earlier ones; it is answered here and can be read nowhere afterwards. */
  @Put('sign-in-link')
  async show(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<SignInLinkResponse> {
    const { url, expiresAt } = await this.links.show(actor, id);
    return { url, expiresAt: formatInstant(expiresAt) };
  }

  /** Sends it to the person's own address; nobody else reads it. */
  @Post('sign-in-link-mail')
  @HttpCode(204)
  async mail(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<void> {
    await this.links.mail(actor, id);
  }
}
