import { Injectable } from '@nestjs/common';
import { Settings } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OIDC_ATTEMPT_SECONDS } from '../domain/oidc-attempt.js';

/**
 * The cookie by which a browser that comes back from a provider is known to be the one that we sent there. It comes along when the provider's
 * page leads back (SameSite=Lax), and to no other site.
 */
@Injectable()
export class ProviderCookie {
  private readonly name: string;

  constructor(private readonly settings: Settings) {
    this.name = settings.secureCookies ? '__Host-atbalsts-provider' : 'atbalsts-provider';
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name] || undefined;
  }

  write(reply: FastifyReply, secret: string): void {
    this.set(reply, secret, OIDC_ATTEMPT_SECONDS);
  }

  clear(reply: FastifyReply): void {
    this.set(reply, '', 0);
  }

  private set(reply: FastifyReply, value: string, maxAge: number): void {
    void reply.setCookie(this.name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.settings.secureCookies, maxAge });
  }
}
