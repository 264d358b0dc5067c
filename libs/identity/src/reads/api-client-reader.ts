import { Injectable } from '@nestjs/common';
import type { Instant } from '#kernel';
import { Database, type Page, pageOf, readCursor } from '#platform';
import type { Actor, Locale } from '../domain/actor.js';
import { type ClientScope, clientActor } from '../domain/api-client.js';
import { hashSecret } from '../domain/session-secret.js';

/** Use is noted at most this often. */
const TOUCH_SECONDS = 60;

interface TokenRow {
  readonly id: string;
  readonly institutionId: string;
  readonly locale: Locale;
  readonly scopes: readonly ClientScope[];
  readonly readOnly: boolean;
  readonly perMinute: number;
  readonly stale: boolean;
}

/** A client that asks, with what stands between it and the API. */
export interface AskingClient {
  readonly actor: Actor;
  readonly readOnly: boolean;
  readonly perMinute: number;
}

export interface ApiClientView {
  readonly id: string;
  readonly name: string;
  readonly institution: { readonly id: string; readonly name: string };
  readonly scopes: readonly ClientScope[];
  readonly readOnly: boolean;
  readonly perMinute: number;
  readonly tokenPrefix: string | null;
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly revokedAt: Instant | null;
}

interface ViewRow extends Omit<ApiClientView, 'institution'> {
  readonly institutionId: string;
  readonly institutionName: string;
}

/** API clients: who asks by a token, and the list of them. */
@Injectable()
export class ApiClientReader {
  constructor(private readonly database: Database) {}

  /** The client of a token; undefined where it is unknown, revoked or has run out. */
  async byToken(token: string): Promise<AskingClient | undefined> {
    const [row] = await this.database.query<TokenRow>(
      `select u.id, u.institution_id as "institutionId", u.locale, c.scopes, c.read_only as "readOnly", c.per_minute as "perMinute",
         c.last_used_at is null or c.last_used_at < now() - make_interval(secs => ${TOUCH_SECONDS}) as stale
       from identity.api_client c join identity.app_user u on u.id = c.user_id
       where c.token_hash = $1 and c.revoked_at is null and c.expires_at > now()`,
      [hashSecret(token)],
    );
    if (!row) return undefined;
    if (row.stale) await this.database.query(`update identity.api_client set last_used_at = now() where user_id = $1`, [row.id]);
    return { actor: clientActor(row), readOnly: row.readOnly, perMinute: row.perMinute };
  }

  /** All clients by name, with their institutions in the reader's language. */
  async list(actor: Actor, cursor: string | undefined, limit: number): Promise<Page<ApiClientView>> {
    const [afterName, afterId] = readCursor(cursor, 2) ?? [null, null];
    const rows = await this.database.query<ViewRow>(
      `select u.id, u.name, i.id as "institutionId", case $1 when 'lv' then i.name_lv else i.name_en end as "institutionName", c.scopes,
         c.read_only as "readOnly", c.per_minute as "perMinute", c.token_prefix as "tokenPrefix", c.expires_at as "expiresAt",
         c.last_used_at as "lastUsedAt", c.created_at as "createdAt", b.name as "createdBy", c.revoked_at as "revokedAt"
       from identity.api_client c join identity.app_user u on u.id = c.user_id join identity.institution i on i.id = u.institution_id
         join identity.app_user b on b.id = c.created_by
       where $2::text is null or (u.name, u.id) > ($2::text, $3::uuid) order by u.name, u.id limit $4`,
      [actor.locale, afterName, afterId, limit + 1],
    );
    const page = pageOf(rows, limit, ({ name, id }) => [name, id]);
    const items = page.items.map(({ institutionId, institutionName, ...client }) => ({
      ...client,
      institution: { id: institutionId, name: institutionName },
    }));
    return { items, nextCursor: page.nextCursor };
  }
}
