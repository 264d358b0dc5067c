import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { FastifyReply } from 'fastify';
import { ActorReader } from '../reads/actor-reader.js';
import { MeReader } from '../reads/me-reader.js';
import type { OpenedSession } from '../store/sessions.js';
import type { MeResponse } from './responses/me.response.js';
import { SessionCookie } from './session-cookie.js';

/** Gives a browser the session that was opened for it, and says who has come in. */
@Injectable()
export class Welcome {
  constructor(
    private readonly actors: ActorReader,
    private readonly me: MeReader,
    private readonly cookie: SessionCookie,
  ) {}

  async into({ id }: OpenedSession, reply: FastifyReply): Promise<MeResponse> {
    const actor = await this.actors.bySession(id);
    if (!actor) throw new DomainError('identity.wrong-credentials', {}, 'unauthenticated');
    this.cookie.write(reply, id);
    return this.me.read(actor, id);
  }
}
