import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Instant, notFound, plusSeconds } from '#kernel';
import { ts, type Tx } from '#platform';
import type { ClientScope } from '../domain/api-client.js';
import { searchText } from '../domain/search-text.js';
import { hashSecret } from '../domain/session-secret.js';

const DAY_SECONDS = 86_400;

export interface NewApiClient {
  readonly name: string;
  readonly institutionId: string;
  readonly scopes: readonly ClientScope[];
  readonly readOnly: boolean;
  readonly perMinute: number;
}

/** Programs that ask the API. Only a hash of a token is kept, and its beginning to know it again. */
@Injectable()
export class ApiClients {
  /** Adds a client without a token. The person's row behind it is not active: it signs in nowhere and is offered in no list. */
  async add(tx: Tx, client: NewApiClient, createdBy: string): Promise<string> {
    const { name, institutionId, scopes, readOnly, perMinute } = client;
    const id = randomUUID();
    await tx.execute(
      `insert into identity.app_user (id, name, search_text, institution_id, active, created_at) values ($1, $2, $3, $4, false, $5)`,
      [id, name, searchText({ name, login: null, email: null }), institutionId, ts(tx.now)],
    );
    await tx.execute(
      `insert into identity.api_client (user_id, scopes, read_only, per_minute, created_by, created_at) values ($1, $2, $3, $4, $5, $6)`,
      [id, scopes, readOnly, perMinute, createdBy, ts(tx.now)],
    );
    return id;
  }

  /** Puts a token in force; the one before stops working. Answers until when. Throws not-found where there is no such client, or it was revoked. */
  async putToken(tx: Tx, id: string, { token, prefix, days }: { token: string; prefix: string; days: number }): Promise<Instant> {
    const expiresAt = plusSeconds(tx.now, days * DAY_SECONDS);
    const put = await tx.execute(
      `update identity.api_client set token_hash = $2, token_prefix = $3, token_issued_at = $4, expires_at = $5
       where user_id = $1 and revoked_at is null`,
      [id, hashSecret(token), prefix, ts(tx.now), ts(expiresAt)],
    );
    if (put === 0) throw notFound('identity.api-client');
    return expiresAt;
  }

  /** Ends a client for good. Throws not-found where there is none such that still may ask. */
  async revoke(tx: Tx, id: string, by: string): Promise<void> {
    const revoked = await tx.execute(
      `update identity.api_client set revoked_at = $2, revoked_by = $3, token_hash = null, expires_at = null where user_id = $1 and revoked_at is null`,
      [id, ts(tx.now), by],
    );
    if (revoked === 0) throw notFound('identity.api-client');
  }
}
