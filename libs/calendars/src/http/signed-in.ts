import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { Locale } from '#platform';

/** Who is signed in, as far as this module may know him: people live above it. */
export interface SignedInPerson {
  readonly id: string;
  readonly locale: Locale;
}

/** The person who is signed in, as a parameter of a controller's method. */
export const SignedIn = createParamDecorator((_data: unknown, context: ExecutionContext): SignedInPerson => {
  const { actor } = context.switchToHttp().getRequest<{ actor?: SignedInPerson }>();
  if (!actor) throw new DomainError('identity.not-signed-in', {}, 'unauthenticated');
  return actor;
});
