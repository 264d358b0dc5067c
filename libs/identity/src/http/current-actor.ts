import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { Actor } from '../domain/actor.js';

/** What the guard leaves on the request. */
export interface RequestWithActor {
  actor?: Actor;
}

/** The person who is signed in, as a parameter of a controller's method. Only for routes with `@Require`. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const { actor } = context.switchToHttp().getRequest<RequestWithActor>();
  if (!actor) throw new DomainError('identity.not-signed-in', {}, 'unauthenticated');
  return actor;
});
