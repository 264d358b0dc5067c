import { Injectable } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../domain/actor.js';
import { ApiClientReader } from '../reads/api-client-reader.js';
import { LoginAttempts } from '../store/login-attempts.js';

/** Lets API clients in, by the token that they send. */
@Injectable()
export class ClientEntrance {
  constructor(
    private readonly clients: ApiClientReader,
    private readonly attempts: LoginAttempts,
  ) {}

  /** The token of `Authorization: Bearer`; undefined where the request has none, and then a session is asked for. */
  tokenOf({ headers: { authorization } }: FastifyRequest): string | undefined {
    return authorization === undefined ? undefined : (/^Bearer ([\w-]+)$/i.exec(authorization)?.[1] ?? '');
  }

  /**
   * Who acts for the client. Throws `identity.token-invalid` (401), `identity.too-many-requests` (429) and, where a client that only reads would
   * change something, `identity.client-read-only` (403). Forgery is no danger here: no browser sends a token by itself.
   */
  async admit(token: string, { changes }: { readonly changes: boolean }): Promise<Actor> {
    const client = await this.clients.byToken(token);
    if (!client) throw new DomainError('identity.token-invalid', {}, 'unauthenticated');
    await this.attempts.countClient(client.actor.id, client.perMinute);
    if (changes && client.readOnly) throw new DomainError('identity.client-read-only', {}, 'forbidden');
    return client.actor;
  }
}
