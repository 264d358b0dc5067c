import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError } from '#kernel';
import { ROUTE_ACCESS, type RouteAccess } from '#platform';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../domain/actor.js';
import { isRight } from '../domain/rights.js';
import { holds } from '../domain/scope-of.js';
import { ActorReader } from '../reads/actor-reader.js';
import { ClientEntrance } from './client-entrance.js';
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
    private readonly clients: ClientEntrance,
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
    const token = this.clients.tokenOf(request);
    const actor = token === undefined ? await this.admitPerson(request) : await this.admitClient(request, token, rights);
    if (rights.length > 0 && !rights.some((right) => isRight(right) && holds(actor, right)))
      throw new DomainError('identity.right-missing', {}, 'forbidden');
  }

  private async admitPerson(request: FastifyRequest & RequestWithActor): Promise<Actor> {
    const sessionId = this.cookie.read(request);
    const actor = sessionId === undefined ? undefined : await this.actors.bySession(sessionId);
    if (sessionId === undefined || !actor) throw new DomainError('identity.not-signed-in', {}, 'unauthenticated');
    // From here on refusals speak his language.
    request.actor = actor;
    if (!this.forgery.isSafe(request)) this.forgery.requireToken(request, sessionId);
    return actor;
  }

  /** What asks for no right is for whoever is signed in: his account, his notices. A client is nobody there. */
  private async admitClient(request: FastifyRequest & RequestWithActor, token: string, rights: readonly string[]): Promise<Actor> {
    const actor = await this.clients.admit(token, { changes: !this.forgery.isSafe(request) });
    request.actor = actor;
    if (rights.length === 0) throw new DomainError('identity.right-missing', {}, 'forbidden');
    return actor;
  }
}
