import { Injectable } from '@nestjs/common';
import type { Instant, Json } from '#kernel';
import { type Tx, UnitOfWork } from '#platform';
import type { Actor } from '../domain/actor.js';
import { newClientToken } from '../domain/api-client.js';
import { ApiClients, type NewApiClient } from '../store/api-clients.js';
import { Organisation } from '../store/organisation.js';

/** Adds API clients, gives them tokens, and revokes them. */
@Injectable()
export class KeepApiClients {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisation: Organisation,
    private readonly clients: ApiClients,
  ) {}

  /** A client has no token yet. Throws not-found where the institution is not there. */
  async add(actor: Actor, client: NewApiClient): Promise<string> {
    return this.unitOfWork.run(async (tx) => {
      await this.organisation.requireInstitution(tx, client.institutionId);
      const id = await this.clients.add(tx, client, actor.id);
      const { institutionId, scopes, readOnly, perMinute } = client;
      await note(tx, actor, id, 'identity.api-client-added', { institutionId, scopes: [...scopes], readOnly, perMinute });
      return id;
    });
  }

  /** A new token, answered once; the one before stops working at once. */
  async issueToken(actor: Actor, id: string, days: number): Promise<{ readonly token: string; readonly expiresAt: Instant }> {
    const { token, prefix } = newClientToken();
    const expiresAt = await this.unitOfWork.run(async (tx) => {
      const until = await this.clients.putToken(tx, id, { token, prefix, days });
      await note(tx, actor, id, 'identity.api-token-issued', { prefix, days });
      return until;
    });
    return { token, expiresAt };
  }

  /** Ends a client for good; its next request is refused. */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      await this.clients.revoke(tx, id, actor.id);
      await note(tx, actor, id, 'identity.api-client-revoked', {});
    });
  }
}

async function note(tx: Tx, { id: actorId }: Actor, id: string, type: string, payload: Record<string, Json>): Promise<void> {
  await tx.append({ type, version: 1, subject: { type: 'user', id }, actorId, payload });
}
