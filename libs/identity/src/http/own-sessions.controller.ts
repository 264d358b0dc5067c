import { Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Req } from '@nestjs/common';
import { formatInstant, notFound } from '#kernel';
import { Require } from '#platform';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../domain/actor.js';
import { deviceOf } from '../domain/device-of.js';
import { Sessions } from '../store/sessions.js';
import { EndSessions } from '../use-cases/end-sessions.js';
import { CurrentActor } from './current-actor.js';
import { EndedSessionsResponse, OwnSessionsResponse } from './responses/own-session.response.js';
import { SessionCookie } from './session-cookie.js';

const uuid = new ParseUUIDPipe({ exceptionFactory: () => notFound('identity.session') });

/** Where one is signed in. */
@Controller('me/sessions')
@Require()
export class OwnSessionsController {
  constructor(
    private readonly sessions: Sessions,
    private readonly endSessions: EndSessions,
    private readonly cookie: SessionCookie,
  ) {}

  /** One's sessions: the present one first, then by last use. */
  @Get()
  async list(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<OwnSessionsResponse> {
    const sessions = await this.sessions.list(actor.id, this.cookie.read(request) ?? '');
    return {
      items: sessions.map(({ createdAt, lastSeenAt, userAgent, ...session }) => ({
        ...session,
        ...deviceOf(userAgent),
        createdAt: formatInstant(createdAt),
        lastSeenAt: formatInstant(lastSeenAt),
      })),
    };
  }

  /** Ends all sessions but the present one. */
  @Delete()
  async endOthers(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<EndedSessionsResponse> {
    return { ended: await this.endSessions.others(actor, this.cookie.read(request) ?? '') };
  }

  /** Ends one session, at once and everywhere. */
  @Delete(':id')
  @HttpCode(204)
  async end(@CurrentActor() actor: Actor, @Param('id', uuid) id: string): Promise<void> {
    await this.endSessions.one(actor, id);
  }
}
