import { Injectable } from '@nestjs/common';
import { Settings } from '#platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/**
 * The cookie that carries the session's id: `__Host-atbalsts` with Secure where the public address is https, and plain
 * `atbalsts` on loopback or where insecure http is allowed explicitly (`Settings.secureCookies`).
 */
@Injectable()
export class SessionCookie {
  readonly name: string;

  constructor(private readonly settings: Settings) {
    this.name = settings.secureCookies ? '__Host-atbalsts' : 'atbalsts';
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name] || undefined;
  }

  write(reply: FastifyReply, sessionId: string): void {
    void reply.setCookie(this.name, sessionId, this.attributes());
  }

  clear(reply: FastifyReply): void {
    void reply.setCookie(this.name, '', { ...this.attributes(), maxAge: 0 });
  }

  private attributes() {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.settings.secureCookies } as const;
  }
}
