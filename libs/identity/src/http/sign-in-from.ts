import type { FastifyRequest } from 'fastify';
import type { SignInFrom } from '../store/sessions.js';

/** From where a request comes, as the list of sessions shows it. */
export function signInFrom(request: FastifyRequest): SignInFrom {
  return { address: request.ip, userAgent: request.headers['user-agent'] ?? null };
}
