import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '#kernel';
import { ROUTE_ACCESS, type RouteAccess } from '#platform';
import type { FastifyRequest } from 'fastify';
import { isRight } from '../domain/rights.js';
import { holds } from '../domain/scope-of.js';
import { ActorReader } from '../reads/actor-reader.js';
import type { RequestWithActor } from './current-actor.js';
import { ForgeryCheck } from './forgery-check.js';
import { SessionCookie } from './session-cookie.js';

/** Stands before every route: who is it, is the request his own, may he call this at all. What he sees there the scope decides. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly cookie: SessionCookie,
    private readonly forgery: ForgeryCheck,
    private readonly actors: ActorReader,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [context.getHandler(), context.getClass()]);
    if (!access) throw new DomainError('identity.right-missing', {}, 'forbidden');
    const request = context.switchToHttp().getRequest<FastifyRequest & RequestWithActor>();
    if (!this.forgery.isSafe(request)) this.forgery.requireOwnOrigin(request);
    if (!access.public) await this.admit(request, access.rights);
    return true;
  }

  private async admit(request: FastifyRequest & RequestWithActor, rights: readonly string[]): Promise<void> {
    const sessionId = this.cookie.read(request);
    const actor = sessionId === undefined ? undefined : await this.actors.bySession(sessionId);
    if (sessionId === undefined || !actor) throw new DomainError('identity.not-signed-in', {}, 'unauthenticated');
    request.actor = actor;
    if (!this.forgery.isSafe(request)) this.forgery.requireToken(request, sessionId);
    if (rights.length > 0 && !rights.some((right) => isRight(right) && holds(actor, right)))
      throw new DomainError('identity.right-missing', {}, 'forbidden');
  }
}
